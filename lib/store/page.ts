import { compareText } from "#lib/domain/order.ts";
import type { PairingRow } from "./database.ts";
import type { Store } from "./store.ts";

export type PageAnswered = "counted" | "not_counted" | "unknown";

const counts = ({ pages }: Pick<PairingRow, "pages">, asset: string): boolean =>
  pages.some((page) => page.asset === asset && page.counted);

/** The one that was paired first has a Page that several count, until it is unpaired or counts it no more. */
const byRight = (a: PairingRow, b: PairingRow): number => a.pairedAt - b.pairedAt || compareText(a.id, b.id);

/** The one pairing whose workspace has a Page: it counts it. Null where none does. */
export const pairingOf = (pairings: readonly PairingRow[], asset: string): PairingRow | null =>
  pairings.filter((pairing) => counts(pairing, asset)).toSorted(byRight)[0] ?? null;

/** The Pages whose events go to a pairing's workspace, and to no other. */
export async function assetsOf({ db }: Store, { id }: Pick<PairingRow, "id">): Promise<string[]> {
  const pairings = await db.pairings.toArray();
  const own = pairings.find((pairing) => pairing.id === id);
  const assets = (own?.pages ?? []).map(({ asset }) => asset);
  return assets.filter((asset) => pairingOf(pairings, asset)?.id === id);
}

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
  workspaceId: string | null;
  /** This person may change the answer. */
  mayAnswer: boolean;
  events: number;
  waiting: number;
}

export async function listPages({ db }: Store): Promise<PageHere[]> {
  const [pairings, own] = await Promise.all([db.pairings.toArray(), db.pages.toArray()]);
  const names = new Map(own.map(({ asset, name }) => [asset, name]));
  const isAlone = pairings.every(({ revokedAt }) => revokedAt !== null);
  const listed = pairings.flatMap(({ workspace, member, revokedAt, pages }) =>
    pages.map(({ asset, name, counted }) => ({
      asset,
      counted,
      name: name ?? names.get(asset) ?? null,
      workspace: workspace.name,
      workspaceId: workspace.id as string | null,
      mayAnswer: isAlone || (revokedAt === null && member.role === "admin"),
    })),
  );
  const assets = new Set(listed.map(({ asset }) => asset));
  const rest = own
    .filter(({ asset }) => !assets.has(asset))
    .map((page) => ({ ...page, workspace: null, workspaceId: null, mayAnswer: true }));
  return Promise.all(
    [...listed, ...rest].map(async (page) => ({
      ...page,
      events: await db.events.where("asset").equals(page.asset).count(),
      waiting: await db.outbox.where("asset").equals(page.asset).count(),
    })),
  );
}
