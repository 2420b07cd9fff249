import type { ScorecardAnswer } from "#lib/contract.ts";
import type { CardRow } from "./database.ts";
import type { Store } from "./store.ts";

/** Enough for every range and grouping that a person goes through. */
const MOST = 40;

/** The last figures that were read for a question, so that the popup opens with them. */
export const cachedCard = ({ db }: Store, key: string): Promise<CardRow | undefined> => db.cards.get(key);

/** Keeps figures for the next opening; the oldest make room. */
export async function keepCard({ db, now }: Store, key: string, card: ScorecardAnswer): Promise<CardRow> {
  const row = { key, card, asOf: now() };
  await db.transaction("rw", ["cards"], async () => {
    await db.cards.put(row);
    const surplus = (await db.cards.count()) - MOST;
    if (surplus > 0) await db.cards.orderBy("asOf").limit(surplus).delete();
  });
  return row;
}
