import { TokenRotated } from "#lib/contract.ts";
import type { PairingRow } from "#lib/store/database.ts";
import { keepToken } from "#lib/store/pairing.ts";
import type { Store } from "#lib/store/store.ts";
import { ask } from "./ask.ts";
import type { Wire } from "./exchange.ts";
import { PATHS } from "./paths.ts";

/** A token with less life than this is changed; it has 90 days at first. */
const EARLY_MS = 60 * 86_400_000;

/**
 * Changes this device's token in good time. The one before goes on for a day, so that an answer that is lost loses
 * nothing. Throws RungError.
 */
export async function rotateToken(store: Store, wire: Wire, pairing: PairingRow): Promise<void> {
  if (pairing.tokenUntil !== null && pairing.tokenUntil > store.now() + EARLY_MS) return;
  const fresh = await ask(store, wire, pairing, {
    path: PATHS.deviceToken,
    method: "POST",
    answer: TokenRotated,
  });
  await keepToken(store, pairing, fresh);
}
