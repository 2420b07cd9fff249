import type { PairingRow } from "./database.ts";
import { keepChosen, readChosen } from "./kept.ts";
import { listPairings } from "./pairing.ts";
import type { Store } from "./store.ts";

/**
 * The workspace that this browser's own pages show, as somebody chose; else the first that is not revoked. It never
 * says where an event goes: that is the Page's to say. Null without any pairing.
 */
export async function chosenPairing(store: Store): Promise<PairingRow | null> {
  const pairings = await listPairings(store);
  const chosen = await readChosen(store);
  return (
    pairings.find(({ id }) => id === chosen) ??
    pairings.find(({ revokedAt }) => revokedAt === null) ??
    pairings[0] ??
    null
  );
}

/** The same while its server would answer; null where the browser's own figures and settings stand in. */
export async function chosenLive(store: Store): Promise<PairingRow | null> {
  const chosen = await chosenPairing(store);
  return chosen?.revokedAt === null ? chosen : null;
}

/** From now on our pages show this workspace. */
export const choose = (store: Store, workspace: string): Promise<void> => keepChosen(store, workspace);
