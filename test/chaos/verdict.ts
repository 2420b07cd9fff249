import { isDeepStrictEqual } from "node:util";
import { type Conversation, DEFAULT_RULES, fold } from "#lib/domain/conversation.ts";
import type { Event } from "#lib/domain/event.ts";
import { threadKey } from "#lib/domain/thread.ts";
import { hideAmounts } from "#server/changes/hide-amounts.ts";
import type { Database } from "#server/database.ts";
import { fromRow, type Logged } from "#server/events/stored-event.ts";
import { readSettings } from "#server/workspace/read-settings.ts";

/** States by thread, as somebody holds them. */
export type States = Record<string, Conversation[]>;

/** What the servers hold in the end. */
export interface Held {
  log: Logged[];
  states: States;
  manualPages: readonly string[];
}

export async function readHeld(db: Database, workspace: string): Promise<Held> {
  const of = { db, workspace };
  const events = await db.selectFrom("events").selectAll().where("workspace_id", "=", workspace).execute();
  const rows = await db
    .selectFrom("conversations")
    .select(["channel", "asset", "thread_id as id", "state"])
    .where("workspace_id", "=", workspace)
    .orderBy("number")
    .execute();
  const states: States = {};
  for (const { state, ...thread } of rows) (states[threadKey(thread)] ??= []).push(state);
  return { log: events.map(fromRow), states, manualPages: (await readSettings(of)).manualPages };
}

/** What was acknowledged, or confirmed to a rep, and is not in the log as it was sent. */
export function lostOf(
  { log }: Held,
  acknowledged: ReadonlyMap<string, Event>,
  confirmed: ReadonlySet<string>,
): string[] {
  const stored = new Map(log.map((event) => [event.id, event]));
  const lost = [...confirmed].filter((id) => !stored.has(id)).map((id) => `${id} was confirmed and is gone`);
  for (const [id, sent] of acknowledged) {
    const held = stored.get(id);
    if (!held) lost.push(`${id} was acknowledged and is gone`);
    else if (!isDeepStrictEqual(contentOf(sent), contentOf(held))) lost.push(`${id} has another content`);
  }
  return lost;
}

/** All but the times, which a server bounds. */
function contentOf({ id, kind, thread, device, precision, data }: Event): object {
  const { to, about: _about, ...rest } = { to: null, about: null, ...data };
  return { id, kind, thread, device, precision, data: { ...rest, ...(typeof to === "string" && { to }) } };
}

/** What stands twice: under one id, or one stamp of one device's in one thread. */
export function doubledOf({ log }: Held): string[] {
  const seen = new Set<string>();
  return log.flatMap(({ id, device, thread, hlc, flagged }) => {
    const names = [id, ...(flagged ? [] : [`${device} ${threadKey(thread)} ${hlc}`])];
    const again = names.filter((name) => seen.has(name));
    for (const name of names) seen.add(name);
    return again;
  });
}

/** The states that one member's device should hold: of the log as they may see it. */
export function statesFor(
  { log, manualPages }: Held,
  viewer: { member: string; seesMoney: boolean },
): States {
  const seen = viewer.seesMoney ? log : log.flatMap((event) => asSeenBy(event, viewer.member) ?? []);
  const threads = Map.groupBy(seen, ({ thread }) => threadKey(thread));
  const states: States = {};
  for (const [key, events] of threads) {
    const [first] = events;
    const unknownIsPerson = first !== undefined && manualPages.includes(first.thread.asset);
    states[key] = fold(events, { ...DEFAULT_RULES, unknownIsPerson });
  }
  return states;
}

function asSeenBy({ member, receivedAt, flagged = false, ...event }: Logged, viewer: string): Logged | null {
  const change = hideAmounts({ event, member, receivedAt, flagged }, viewer);
  return change && { ...change.event, member, receivedAt, flagged };
}

/** The threads of which two states differ, each named with whose they are. */
export function differences(whose: string, held: States, wanted: States): string[] {
  return [...new Set([...Object.keys(held), ...Object.keys(wanted)])]
    .filter((thread) => !isDeepStrictEqual(plain(held[thread]), plain(wanted[thread])))
    .map((thread) => `${whose}: ${thread}`);
}

const plain = (states: Conversation[] | undefined): unknown => JSON.parse(JSON.stringify(states ?? []));
