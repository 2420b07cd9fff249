import type { PairingRow } from "#lib/store/database.ts";
import { listPairings } from "#lib/store/pairing.ts";
import type { Store } from "#lib/store/store.ts";

/** The pairings that were not revoked. */
export const livePairings = async (store: Store): Promise<PairingRow[]> =>
  (await listPairings(store)).filter(({ revokedAt }) => revokedAt === null);

/** Alone everybody may say whether a Page is counted; paired, the workspace's administrator. */
export async function mayAnswerPage(store: Store): Promise<boolean> {
  const [pairing, ...others] = await livePairings(store);
  return pairing === undefined || (others.length === 0 && pairing.member.role === "admin");
}
