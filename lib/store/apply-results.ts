import type { EventResult } from "#lib/contract.ts";
import type { StoredEvent } from "#lib/domain/event.ts";
import { isSameTimes, timesOf, withTimes } from "#lib/domain/event-times.ts";
import type { Thread } from "#lib/domain/thread.ts";
import { LOG_TABLES, refold } from "./append.ts";
import type { EventRow, PairingRow } from "./database.ts";
import { forgetThreads } from "./forget.ts";
import type { Store } from "./store.ts";

/**
 * Applies a server's answer, event by event, in one transaction: what is stored leaves the outbox, with the times
 * that the server gave it; what is refused leaves the log too, and is kept to be shown.
 * @returns the keys of the threads that changed
 */
export async function applyResults(
  store: Store,
  pairing: PairingRow,
  results: readonly EventResult[],
  receivedAt: number,
): Promise<string[]> {
  const { db } = store;
  return db.transaction("rw", LOG_TABLES, async () => {
    const rows = await db.events.bulkGet(results.map(({ id }) => id));
    const touched = new Map<string, Thread>();
    for (const [place, result] of results.entries()) {
      const row = rows[place];
      if (!row) continue;
      await db.outbox.delete(row.id);
      touched.set(row.thread, row.event.thread);
      if (result.result === "rejected" && result.reason.code === "erased")
        await forgetThreads(store, [row.thread]);
      else if (result.result === "rejected") await refuse(store, row, result.reason);
      else await db.events.put(acknowledged(row, pairing, result, receivedAt));
    }
    for (const thread of touched.values()) await refold(store, thread);
    return [...touched.keys()];
  });
}

type Accepted = Exclude<EventResult, { result: "rejected" }>;

function acknowledged(row: EventRow, { id, member }: PairingRow, result: Accepted, now: number): EventRow {
  const stored = result.stored ? withTimes(row.event, result.stored) : row.event;
  const event: StoredEvent = { ...stored, member: member.id };
  if (!isSameTimes(timesOf(row.event), timesOf(stored))) event.flagged = true;
  if (result.result === "accepted") event.receivedAt = now;
  return { ...row, workspace: id, event };
}

async function refuse(
  { db, now }: Store,
  { id, thread, event }: EventRow,
  reason: Extract<EventResult, { result: "rejected" }>["reason"],
): Promise<void> {
  await db.events.delete(id);
  await db.refused.put({ id, thread, event, reason, at: now() });
}
