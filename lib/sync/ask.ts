import { RungError } from "#lib/errors.ts";
import { learnClock } from "#lib/store/clock.ts";
import type { PairingRow } from "#lib/store/database.ts";
import { linkCameBack, linkLost, linkRevoked } from "#lib/store/link.ts";
import type { Store } from "#lib/store/store.ts";
import { type Call, exchange, type Failed, type Wire } from "./exchange.ts";

/** What the server did not do, as an error for a person. */
export const asError = ({ why, code, sentence, fields }: Failed): RungError =>
  new RungError(why === "refused" ? code : why, sentence, fields);

/** Asks a paired workspace's server, and keeps what that says of the link. Throws RungError. */
export async function ask<Body>(
  store: Store,
  wire: Wire,
  pairing: PairingRow,
  call: Omit<Call<Body>, "server" | "token">,
): Promise<Body> {
  const { server, token } = pairing;
  const answer = await exchange(wire, { ...call, server, token });
  await keepLink(store, pairing, answer);
  if (answer.ok && answer.clock) await learnClock(store, answer.clock);
  if (answer.ok) return answer.value;
  throw asError(answer);
}

/** Keeps what an answer says of the link. */
export async function keepLink(
  store: Store,
  { id }: PairingRow,
  answer: { ok: true } | Failed,
): Promise<void> {
  if (answer.ok || answer.why === "refused") await linkCameBack(store, id);
  else if (answer.why === "revoked") await linkRevoked(store, id);
  else await linkLost(store, id, answer.sentence);
}
