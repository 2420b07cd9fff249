import type { Event, StoredEvent } from "#lib/domain/event.ts";
import type { PairingRow } from "./database.ts";
import type { Store } from "./store.ts";

const counted = ({ pages }: PairingRow): string[] =>
  pages.filter((page) => page.counted).map(({ asset }) => asset);

/** How many events wait for a workspace. */
export const countWaiting = ({ db }: Store, pairing: PairingRow): Promise<number> =>
  db.outbox.where("asset").anyOf(counted(pairing)).count();

/** The next events to push, at most `most`, frozen from now on: a server may have them, whatever it answers. */
export async function takeBatch({ db }: Store, pairing: PairingRow, most: number): Promise<Event[]> {
  return db.transaction("rw", ["events", "outbox"], async () => {
    const ids = await db.outbox.where("asset").anyOf(counted(pairing)).limit(most).primaryKeys();
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
