import { sql } from "kysely";
import { type Conversation, DEFAULT_RULES, fold } from "#lib/domain/conversation.ts";
import type { Settings } from "#lib/domain/settings.ts";
import { type Thread, threadKey } from "#lib/domain/thread.ts";
import type { Context } from "#server/context.ts";
import { apply } from "#server/rollups/apply.ts";
import { contribute } from "#server/rollups/contribution.ts";
import { Delta } from "#server/rollups/delta.ts";
import { rollupRules } from "#server/rollups/rules.ts";
import type { Folded } from "#server/rollups/thread-rows.ts";
import { readInForce } from "#server/workspace/in-force.ts";
import { eventsOfThreads, threadRows } from "./log.ts";
import { storeFolded } from "./store-folded.ts";
import type { Logged } from "./stored-event.ts";

type Place = Pick<Context, "db" | "workspace">;

/**
 * Folds threads from all their events, stores what changed, and adds the difference to the rollups: so that this comes
 * last in a transaction. The caller holds the threads' locks.
 * @param whole all events of threads of which nothing was stored before, by thread key
 */
export async function refold(
  place: Place,
  threads: readonly Thread[],
  whole: ReadonlyMap<string, Logged[]> = new Map(),
): Promise<void> {
  const inForce = await readInForce(place);
  const rules = rollupRules(inForce);
  const known = threads.filter((thread) => !whole.has(threadKey(thread)));
  const before = known.length === 0 ? [] : await statesOf(place, known);
  const logged = known.length === 0 ? [] : await eventsOfThreads(place, known);
  const folded = foldAll(threads, new Map([...whole, ...logged]), inForce.settings);
  const delta = new Delta();
  for (const { thread, conversations } of before)
    for (const conversation of conversations) contribute(delta, { thread, conversation }, rules, -1);
  for (const { thread, conversations } of folded)
    for (const conversation of conversations) contribute(delta, { thread, conversation }, rules, 1);
  await storeFolded(place, folded, rules, before);
  await apply(place, delta);
}

/**
 * What the log says of some threads now.
 * @param until what it said then, epoch ms
 */
export async function foldThreads(
  place: Place,
  threads: readonly Thread[],
  settings: Settings,
  until: number | null = null,
): Promise<Folded[]> {
  return foldAll(threads, await eventsOfThreads(place, threads, until), settings);
}

const foldAll = (
  threads: readonly Thread[],
  logged: ReadonlyMap<string, Logged[]>,
  { manualPages }: Settings,
): Folded[] =>
  threads.map((thread) => {
    const rules = { ...DEFAULT_RULES, unknownIsPerson: manualPages.includes(thread.asset) };
    return { thread, conversations: fold(logged.get(threadKey(thread)) ?? [], rules) };
  });

/** What is stored of some threads. */
async function statesOf({ db, workspace }: Place, threads: readonly Thread[]): Promise<Folded[]> {
  const { rows } = await sql<Pick<Thread, "channel" | "asset"> & { thread_id: string; state: Conversation }>`
    select channel, asset, thread_id, state from conversations
    join ${threadRows(threads)} using (channel, asset, thread_id)
    where workspace_id = ${workspace}
    order by number`.execute(db);
  const states = rows.map(({ channel, asset, thread_id: id, state }) => ({
    thread: { channel, asset, id },
    state,
  }));
  const byThread = Map.groupBy(states, ({ thread }) => threadKey(thread));
  return [...byThread.values()].flatMap((mine) => {
    const [first] = mine;
    return first ? [{ thread: first.thread, conversations: mine.map(({ state }) => state) }] : [];
  });
}
