import { type Acquaintance, threadKey } from "#lib/domain/thread.ts";
import { pageState } from "./page.ts";
import type { Store } from "./store.ts";

/** How many names of a Page are kept: the latest. */
const MOST = 2_000;

const ofAsset = ({ db }: Store, asset: string) =>
  db.acquaintances.where("[asset+learnedAt]").between([asset, 0], [asset, Number.MAX_SAFE_INTEGER]);

/**
 * Keeps under which name a thread was certain; on a Page that is not counted no name is kept.
 * @returns whether the name is a new one
 */
export async function learn(
  store: Store,
  { thread, name, lastAt }: Acquaintance,
): Promise<"new" | "known" | "not_counted"> {
  const { asset } = thread;
  return store.db.transaction("rw", ["acquaintances", "pages", "pairings"], async () => {
    if ((await pageState(store, asset)) !== "counted") return "not_counted";
    const key = threadKey(thread);
    const before = await store.db.acquaintances.get(key);
    await store.db.acquaintances.put({ key, asset, thread, name, lastAt, learnedAt: store.now() });
    const surplus = (await ofAsset(store, asset).count()) - MOST;
    if (surplus > 0) await ofAsset(store, asset).limit(surplus).delete();
    return before?.name === name ? "known" : "new";
  });
}

/** The latest 2,000 of a Page, latest first. */
export async function recall(store: Store, asset: string): Promise<Acquaintance[]> {
  const rows = await ofAsset(store, asset).toArray();
  return rows.toReversed().map(({ thread, name, lastAt }) => ({ thread, name, lastAt }));
}
