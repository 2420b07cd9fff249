import type { PairingRow } from "./database.ts";
import type { Store } from "./store.ts";

export type PageAnswered = "counted" | "not_counted" | "unknown";

/** The pairing whose workspace counts a Page, null where none does. */
export const pairingOf = (pairings: readonly PairingRow[], asset: string): PairingRow | null =>
  pairings.find(({ pages }) => pages.some((page) => page.asset === asset && page.counted)) ?? null;

/** Whether a Page is counted: a workspace's answer stands above this browser's own. */
export async function pageState({ db }: Store, asset: string): Promise<PageAnswered> {
  const pairings = await db.pairings.toArray();
  if (pairingOf(pairings, asset)) return "counted";
  const isListed = pairings.some(({ pages }) => pages.some((page) => page.asset === asset));
  const own = isListed ? undefined : await db.pages.get(asset);
  if (own) return own.counted ? "counted" : "not_counted";
  return isListed ? "not_counted" : "unknown";
}

/** Keeps this browser's own answer for a Page. */
export const answerPageHere = async (
  { db }: Store,
  answer: { asset: string; name: string | null; counted: boolean },
): Promise<void> => {
  await db.pages.put(answer);
};

/** Every Page that is known here, with what was recorded of it. */
export interface PageHere {
  asset: string;
  name: string | null;
  counted: boolean;
  /** The workspace that decides, null for this browser itself. */
  workspace: string | null;
  events: number;
  waiting: number;
}

export async function listPages({ db }: Store): Promise<PageHere[]> {
  const [pairings, own] = await Promise.all([db.pairings.toArray(), db.pages.toArray()]);
  const names = new Map(own.map(({ asset, name }) => [asset, name]));
  const listed = pairings.flatMap(({ workspace, pages }) =>
    pages.map(({ asset, name, counted }) => ({
      asset,
      counted,
      name: name ?? names.get(asset) ?? null,
      workspace: workspace.name,
    })),
  );
  const assets = new Set(listed.map(({ asset }) => asset));
  const rest = own
    .filter(({ asset }) => !assets.has(asset))
    .map((page) => Object.assign(page, { workspace: null }));
  return Promise.all(
    [...listed, ...rest].map(async (page) => ({
      ...page,
      events: await db.events.where("asset").equals(page.asset).count(),
      waiting: await db.outbox.where("asset").equals(page.asset).count(),
    })),
  );
}
