import type { StoredEvent } from "#lib/domain/event.ts";
import { type Hlc, hlcTime, tick } from "#lib/domain/hlc.ts";
import { byStamp } from "#lib/domain/order.ts";
import { eventsOf, LOG_TABLES, refold } from "./append.ts";
import type { OutboxRow } from "./database.ts";
import { clockOffset, keepClockOffset } from "./kept.ts";
import type { Store } from "./store.ts";

/** What an exchange says of this device's clock: the offset to the server's, and how far it may be wrong. Milliseconds. */
export interface ClockReading {
  offset: number;
  error: number;
}

/**
 * Learns the clock's offset and corrects by the difference what was never part of a push.
 * @returns the keys of the threads whose events were corrected
 */
export async function learnClock(store: Store, { offset, error }: ClockReading): Promise<string[]> {
  return store.db.transaction("rw", LOG_TABLES, async () => {
    const known = await clockOffset(store);
    if (Math.abs(offset - known) <= error) return [];
    await keepClockOffset(store, Math.round(offset));
    const waiting = await store.db.outbox.filter((row) => !row.frozen && row.offset !== null).toArray();
    const threads = Map.groupBy(waiting, ({ thread }) => thread);
    for (const [thread, rows] of threads) await correct(store, thread, rows, Math.round(offset));
    return [...threads.keys()];
  });
}

/** Corrected judgements keep their order, and stay later than what was known when they were made. */
async function correct(
  store: Store,
  thread: string,
  rows: readonly OutboxRow[],
  offset: number,
): Promise<void> {
  const carried = new Map(rows.map((row) => [row.id, row.offset ?? 0]));
  const events = await eventsOf(store, thread);
  const moving = events.filter(({ id }) => carried.has(id)).toSorted(byStamp);
  const standing = events.filter(({ id }) => !carried.has(id));
  let last = "";
  for (const event of moving) {
    const by = offset - (carried.get(event.id) ?? 0);
    const floor = standing
      .filter(({ hlc }) => hlc < event.hlc)
      .reduce((latest, { hlc }) => (hlc > latest ? hlc : latest), last);
    last = shift(event.hlc, by, floor);
    await store.db.events.update(event.id, { event: retimed(event, by, last) });
    await store.db.outbox.update(event.id, { offset });
  }
  const [any] = events;
  if (any) await refold(store, any.thread);
}

const retimed = (event: StoredEvent, by: number, hlc: Hlc): StoredEvent => ({
  ...event,
  at: Math.max(0, event.at + by),
  hlc,
});

/** A stamp moved by some milliseconds, yet later than `floor`. */
function shift(hlc: Hlc, by: number, floor: Hlc): Hlc {
  const time = Math.max(0, hlcTime(hlc) + by);
  const moved = time.toString(16).padStart(12, "0") + hlc.slice(12);
  return moved > floor ? moved : tick(floor, time);
}
