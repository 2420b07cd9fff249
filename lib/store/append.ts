import { lastClockAt } from "#lib/domain/scorecard-response.ts";
import { fold } from "#lib/domain/conversation.ts";
import type { Draft, Event, StoredEvent } from "#lib/domain/event.ts";
import { FIRST_HLC, tick } from "#lib/domain/hlc.ts";
import { type Thread, threadKey } from "#lib/domain/thread.ts";
import { isClockTime } from "./clock-time.ts";
import { eventRow, type StateRow } from "./database.ts";
import { clockOffset, deviceId } from "./kept.ts";
import { rulesFor } from "./rules.ts";
import type { Store } from "./store.ts";

/** The events of a thread that stand, in no order. */
export const eventsOf = async ({ db }: Store, thread: string): Promise<StoredEvent[]> =>
  (await db.events.where("thread").equals(thread).toArray()).map(({ event }) => event);

/**
 * Adds events to one thread: log, outbox and folded state. Call inside one transaction over `LOG_TABLES`.
 * @returns the thread's events after it
 */
export async function append(
  store: Store,
  of: Thread,
  drafts: readonly Draft[],
  known: readonly StoredEvent[],
): Promise<StoredEvent[]> {
  const thread = threadKey(of);
  const { asset } = of;
  const offset = await clockOffset(store);
  const device = await deviceId(store);
  const now = store.now();
  let hlc = known.reduce((last, event) => (event.hlc > last ? event.hlc : last), FIRST_HLC);
  const rows = drafts.map((draft) => {
    const own = isClockTime(draft, now);
    hlc = tick(hlc, now + offset);
    const at = own ? Math.max(0, draft.at + offset) : draft.at;
    const event: Event = { ...draft, at, device, hlc };
    return { event, offset: own ? offset : null };
  });
  await store.db.events.bulkAdd(rows.map(({ event }) => eventRow(event, null)));
  await store.db.outbox.bulkAdd(
    rows.map(({ event, offset: carried }) => ({
      id: event.id,
      thread,
      asset,
      frozen: false,
      offset: carried,
    })),
  );
  const events = [...known, ...rows.map(({ event }) => event)];
  await store.db.states.put(await stateOf(store, of, events));
  return events;
}

/** The fold of a thread as it is kept. */
async function stateOf(store: Store, of: Thread, events: readonly StoredEvent[]): Promise<StateRow> {
  const rules = await rulesFor(store, of.asset);
  const conversations = fold(events, rules);
  return {
    thread: threadKey(of),
    asset: of.asset,
    of,
    lastClockAt: Math.max(...conversations.map(lastClockAt)),
    conversations,
    unknownIsPerson: rules.unknownIsPerson,
  };
}

/** Folds a thread anew from its events; a thread without any has no state. Inside a transaction over `LOG_TABLES`. */
export async function refold(store: Store, of: Thread): Promise<void> {
  const thread = threadKey(of);
  const events = await eventsOf(store, thread);
  if (events.length === 0) await store.db.states.delete(thread);
  else await store.db.states.put(await stateOf(store, of, events));
}

/** The tables that one change of the log touches. */
export const LOG_TABLES = [
  "events",
  "states",
  "outbox",
  "refused",
  "pages",
  "pairings",
  "kept",
  "acquaintances",
  "glimpses",
  "asides",
  "alerts",
] as const;
