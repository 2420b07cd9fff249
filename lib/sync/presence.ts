import { PresenceAnswer, type PresenceRequest } from "#lib/contract.ts";
import type { PairingRow } from "#lib/store/database.ts";
import { exchange, type Exchanged, type Wire } from "./exchange.ts";
import { PATHS } from "./paths.ts";

/** Says what is open here, and hears who else has it open. Nothing of it bears on the state of the link. */
export const sayPresence = (
  wire: Wire,
  { server, token }: PairingRow,
  body: PresenceRequest,
): Promise<Exchanged<PresenceAnswer>> =>
  exchange(wire, { server, token, path: PATHS.presence, method: "POST", body, answer: PresenceAnswer });
