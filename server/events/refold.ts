import { sql } from "kysely";
import { type Conversation, DEFAULT_RULES, fold } from "#lib/domain/conversation.ts";
import type { Settings } from "#lib/domain/settings.ts";
import { type Thread, threadKey } from "#lib/domain/thread.ts";
import type { Context } from "#server/context.ts";
import { toJson } from "#server/json.ts";
import { apply } from "#server/rollups/apply.ts";
import { contribute } from "#server/rollups/contribution.ts";
import { Delta } from "#server/rollups/delta.ts";
import { type RollupRules, rollupRules } from "#server/rollups/rules.ts";
import { columnsOf, conversationRows, type Folded, openClockRows } from "#server/rollups/thread-rows.ts";
import { readSettings } from "#server/workspace/read-settings.ts";
import { eventsOfThreads, threadRows } from "./log.ts";

type Place = Pick<Context, "db" | "workspace">;

/**
 * Folds threads from all their events, stores what changed, and adds the difference to the rollups: so that this comes
 * last in a transaction. The caller holds the threads' locks.
 */
export async function refold(place: Place, threads: readonly Thread[]): Promise<void> {
  const settings = await readSettings(place);
  const rules = await rollupRules(place, settings);
  const before = await statesOf(place, threads);
  const folded = await foldThreads(place, threads, settings);
  const delta = new Delta();
  for (const { thread, conversations } of before)
    for (const conversation of conversations) contribute(delta, { thread, conversation }, rules, -1);
  for (const { thread, conversations } of folded)
    for (const conversation of conversations) contribute(delta, { thread, conversation }, rules, 1);
  await storeFolded(place, folded, rules);
  await apply(place, delta);
}

/**
 * What the log says of some threads now.
 * @param until what it said then, epoch ms
 */
export async function foldThreads(
  place: Place,
  threads: readonly Thread[],
  { manualPages }: Settings,
  until: number | null = null,
): Promise<Folded[]> {
  const logged = await eventsOfThreads(place, threads, until);
  return threads.map((thread) => {
    const rules = { ...DEFAULT_RULES, unknownIsPerson: manualPages.includes(thread.asset) };
    return { thread, conversations: fold(logged.get(threadKey(thread)) ?? [], rules) };
  });
}

/** What is stored of some threads. */
async function statesOf({ db, workspace }: Place, threads: readonly Thread[]): Promise<Folded[]> {
  const { rows } = await sql<Pick<Thread, "channel" | "asset"> & { thread_id: string; state: Conversation }>`
    select channel, asset, thread_id, state from conversations
    join ${threadRows(threads)} using (channel, asset, thread_id)
    where workspace_id = ${workspace}
    order by number`.execute(db);
  return rows.map(({ channel, asset, thread_id: id, state }) => ({
    thread: { channel, asset, id },
    conversations: [state],
  }));
}

/** Stores folded threads in the place of what was stored of them. */
export async function storeFolded(
  place: Place,
  folded: readonly Folded[],
  rules: RollupRules,
): Promise<void> {
  await dropSurplus(place, folded);
  await storeConversations(place, folded, rules);
  await storeClocks(place, folded, rules);
}

/** A message that arrives late can join two conversations: the last number falls away. */
async function dropSurplus({ db, workspace }: Place, folded: readonly Folded[]): Promise<void> {
  const counts = folded.map(({ thread, conversations }) => ({
    ...columnsOf(thread),
    count: conversations.length,
  }));
  await sql`
    delete from conversations
    using jsonb_to_recordset(${toJson(counts)}::jsonb)
      as left_over (channel text, asset text, thread_id text, count int)
    where workspace_id = ${workspace} and conversations.channel = left_over.channel
      and conversations.asset = left_over.asset and conversations.thread_id = left_over.thread_id
      and number >= count`.execute(db);
}

async function storeConversations(
  { db, workspace }: Place,
  folded: readonly Folded[],
  rules: RollupRules,
): Promise<void> {
  const rows = folded.flatMap((one) => conversationRows(one, rules));
  await sql`
    insert into conversations (workspace_id, channel, asset, thread_id, number, start_at, start_seen, started_by,
      last_clock_at, source, levels, again, member, macro, state)
    select ${workspace}::uuid, * from jsonb_to_recordset(${toJson(rows)}::jsonb) as now (channel text, asset text,
      thread_id text, number int, start_at bigint, start_seen boolean, started_by text, last_clock_at bigint,
      source text, levels int, again boolean, member text, macro text, state jsonb)
    on conflict (workspace_id, channel, asset, thread_id, number) do update set
      start_at = excluded.start_at, start_seen = excluded.start_seen, started_by = excluded.started_by,
      last_clock_at = excluded.last_clock_at, source = excluded.source, levels = excluded.levels,
      again = excluded.again, member = excluded.member, macro = excluded.macro, state = excluded.state
    where (conversations.source, conversations.again, conversations.member, conversations.macro, conversations.state)
      is distinct from (excluded.source, excluded.again, excluded.member, excluded.macro, excluded.state)`.execute(
    db,
  );
}

async function storeClocks(
  { db, workspace }: Place,
  folded: readonly Folded[],
  rules: RollupRules,
): Promise<void> {
  await sql`
    delete from open_clocks using ${threadRows(folded.map(({ thread }) => thread))}
    where workspace_id = ${workspace} and open_clocks.channel = wanted.channel
      and open_clocks.asset = wanted.asset and open_clocks.thread_id = wanted.thread_id`.execute(db);
  const rows = folded.flatMap((one) => openClockRows(one, rules));
  await sql`
    insert into open_clocks (workspace_id, channel, asset, thread_id, number, place, metric, started_at, due_at)
    select ${workspace}::uuid, * from jsonb_to_recordset(${toJson(rows)}::jsonb) as now (channel text, asset text,
      thread_id text, number int, place int, metric text, started_at bigint, due_at bigint)`.execute(db);
}
