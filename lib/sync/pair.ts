import { z } from "zod";
import { PairingOffer, PairingResult } from "#lib/contract.ts";
import { learnClock } from "#lib/store/clock.ts";
import type { PairingRow } from "#lib/store/database.ts";
import { deviceId } from "#lib/store/kept.ts";
import { heldSpend } from "#lib/store/held-spend.ts";
import { pairingOf } from "#lib/store/page.ts";
import { countUploads, listPairings, savePairing } from "#lib/store/pairing.ts";
import type { Store } from "#lib/store/store.ts";
import { asError } from "./ask.ts";
import { exchange, type Wire } from "./exchange.ts";
import { PATHS } from "./paths.ts";
import { serverAddress } from "./server-address.ts";

/** What a server offers for a code, beside what this browser has collected alone. */
export interface OfferHere extends PairingOffer {
  /** Events that the server would get. */
  uploads: number;
  /** Ad accounts whose spend was imported in this browser, and stays there. */
  spendHere: string[];
  /** Pages that it counts and that stay with a workspace of before. */
  elsewhere: { page: string; workspace: string }[];
}

/** What a code would pair with, how many events would be uploaded, and whose spend would not. Changes nothing. Throws RungError. */
export async function lookAtPairing(
  store: Store,
  wire: Wire,
  { server, code }: { server: string; code: string },
): Promise<OfferHere> {
  const looked = await exchange(wire, {
    server: serverAddress(server),
    path: PATHS.lookAtPairing,
    method: "POST",
    body: { code },
    answer: PairingOffer,
  });
  if (!looked.ok) throw asError(looked);
  const counted = looked.value.pages.filter((page) => page.counted).map(({ asset }) => asset);
  const uploads = await countUploads(store, looked.value.workspace.id, counted);
  const accounts = await heldSpend(store);
  const pairings = (await listPairings(store)).filter(({ id }) => id !== looked.value.workspace.id);
  const elsewhere = looked.value.pages.flatMap(({ asset, name, counted }) => {
    const owner = counted ? pairingOf(pairings, asset) : null;
    return owner ? [{ page: name ?? asset, workspace: owner.workspace.name }] : [];
  });
  return { ...looked.value, elsewhere, uploads, spendHere: accounts.map(({ account }) => account.name) };
}

/** Tells the server that this device leaves, as far as it can be reached: the token opens nothing any more. */
export const leave = (wire: Wire, { server, token }: PairingRow): Promise<unknown> =>
  exchange(wire, { server, token, path: PATHS.thisDevice, method: "DELETE", answer: z.undefined() });

/** Pairs this browser: redeems the code, learns the clock, and puts what was collected into the outbox. Throws RungError. */
export async function pair(
  store: Store,
  wire: Wire,
  { server, code, deviceName }: { server: string; code: string; deviceName: string },
): Promise<PairingRow> {
  const address = serverAddress(server);
  const device = await store.db.transaction("rw", ["kept"], () => deviceId(store));
  const redeemed = await exchange(wire, {
    server: address,
    path: PATHS.redeemPairing,
    method: "POST",
    body: { code, device, deviceName },
    answer: PairingResult,
  });
  if (!redeemed.ok) throw asError(redeemed);
  if (redeemed.clock) await learnClock(store, redeemed.clock);
  return savePairing(store, { server: address, ...redeemed.value });
}
