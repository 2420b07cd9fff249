import type { PairingRow } from "#lib/store/database.ts";
import { linkFailed, linkRevoked } from "#lib/store/link.ts";
import { backoffMs } from "./backoff.ts";
import type { Failed } from "./exchange.ts";
import type { Sync } from "./push.ts";

/** Keeps what went wrong as the state of the link, and when to try again. */
export async function stopLink({ store, chance }: Sync, pairing: PairingRow, failure: Failed): Promise<void> {
  if (failure.why === "revoked") await linkRevoked(store, pairing.id);
  else {
    const wait = failure.waitMs ?? backoffMs(pairing.failures + 1, chance());
    await linkFailed(store, pairing.id, failure.sentence, wait);
  }
}
