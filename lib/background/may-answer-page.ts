import type { PairingRow } from "#lib/store/database.ts";
import { listPairings } from "#lib/store/pairing.ts";
import type { Store } from "#lib/store/store.ts";

/** The pairings that were not revoked. */
export const livePairings = async (store: Store): Promise<PairingRow[]> =>
  (await listPairings(store)).filter(({ revokedAt }) => revokedAt === null);

/** Who may say whether a Page is counted: everybody alone, else the administrators of these workspaces. */
export interface Answerers {
  isAlone: boolean;
  pairings: PairingRow[];
}

export async function answerers(store: Store): Promise<Answerers> {
  const live = await livePairings(store);
  return { isAlone: live.length === 0, pairings: live.filter(({ member }) => member.role === "admin") };
}
