import type { Event, StoredEvent } from "#lib/domain/event.ts";
import type { PairingRow } from "./database.ts";
import { assetsOf } from "./page.ts";
import type { Store } from "./store.ts";

/** How many events wait for a workspace. */
export const countWaiting = async (store: Store, pairing: PairingRow): Promise<number> =>
  store.db.outbox
    .where("asset")
    .anyOf(await assetsOf(store, pairing))
    .count();

/** The next events to push, at most `most`, frozen from now on: a server may have them, whatever it answers. */
export async function takeBatch(store: Store, pairing: PairingRow, most: number): Promise<Event[]> {
  const { db } = store;
  return db.transaction("rw", ["events", "outbox", "pairings"], async () => {
    const assets = await assetsOf(store, pairing);
    const ids = await db.outbox.where("asset").anyOf(assets).limit(most).primaryKeys();
    await db.outbox.where("id").anyOf(ids).modify({ frozen: true });
    const rows = await db.events.bulkGet(ids);
    return rows.flatMap((row) => (row ? [bare(row.event)] : []));
  });
}

/** An event as its device made it, without what a server added. */
function bare(event: StoredEvent): Event {
  const { member: _member, receivedAt: _receivedAt, flagged: _flagged, ...made } = event;
  return made;
}
