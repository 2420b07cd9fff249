import type { LinkState, PairedLink } from "#lib/messages.ts";
import { chosenPairing } from "#lib/store/chosen.ts";
import type { PairingRow } from "#lib/store/database.ts";
import { pairingOf } from "#lib/store/page.ts";
import { listPairings } from "#lib/store/pairing.ts";
import type { Store } from "#lib/store/store.ts";
import { countWaiting } from "#lib/store/take-batch.ts";

/** The link of the workspace that has a Page; without a Page, or where none has it, of the one that our pages show. */
export async function linkState(store: Store, asset: string | null = null): Promise<LinkState> {
  const owner = asset === null ? null : pairingOf(await listPairings(store), asset);
  const pairing = owner ?? (await chosenPairing(store));
  return pairing ? stateOf(store, pairing) : { state: "alone" };
}

/** The state of one link; the token stays behind. */
export async function stateOf(store: Store, pairing: PairingRow): Promise<PairedLink> {
  const { server, lastSyncAt, offlineSince, problem, revokedAt, reading } = pairing;
  const base = { server, workspace: pairing.workspace.name, role: pairing.member.role };
  const pending = await countWaiting(store, pairing);
  if (revokedAt !== null) return { ...base, state: "revoked", pending, since: revokedAt };
  if (offlineSince !== null)
    return { ...base, state: "offline", pending, since: offlineSince, problem: problem ?? "" };
  return { ...base, state: "online", pending, lastSyncAt, reading };
}
