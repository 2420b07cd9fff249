import { type Glimpse, threadKey } from "#lib/domain/thread.ts";
import { pageState } from "./page.ts";
import type { Store } from "./store.ts";

/** How many rows of a Page are kept: those whose last message is the latest. */
const MOST = 2_000;

const ofAsset = ({ db }: Store, asset: string) =>
  db.glimpses.where("[asset+lastAt]").between([asset, 0], [asset, Number.MAX_SAFE_INTEGER]);

/**
 * Keeps whose rows passed by in the list of a Page; their times put a walk in order and are counted nowhere. On a Page
 * that is not counted nothing is kept.
 * @returns whether they were kept
 */
export async function keepGlimpses(store: Store, asset: string, rows: readonly Glimpse[]): Promise<boolean> {
  return store.db.transaction("rw", ["glimpses", "pages", "pairings"], async () => {
    if ((await pageState(store, asset)) !== "counted") return false;
    const fresh = rows.filter(({ thread }) => thread.asset === asset);
    await store.db.glimpses.bulkPut(fresh.map((row) => ({ ...row, key: threadKey(row.thread), asset })));
    const surplus = (await ofAsset(store, asset).count()) - MOST;
    if (surplus > 0) await ofAsset(store, asset).limit(surplus).delete();
    return true;
  });
}

/** The rows that passed by and of whose threads nothing else is known, on the Pages that are counted. */
export async function unknownGlimpses(store: Store): Promise<Glimpse[]> {
  const { db } = store;
  const rows = await db.glimpses.toArray();
  const known = await db.states.bulkGet(rows.map(({ key }) => key));
  const fresh = rows.filter((_, index) => (known[index]?.conversations.length ?? 0) === 0);
  const assets = [...new Set(fresh.map(({ asset }) => asset))];
  const answers = await Promise.all(assets.map((asset) => pageState(store, asset)));
  const counted = new Set(assets.filter((_, index) => answers[index] === "counted"));
  return fresh
    .filter(({ asset }) => counted.has(asset))
    .map(({ thread, name, lastAt }) => ({ thread, name, lastAt }));
}
