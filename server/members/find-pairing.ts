import { timingSafeEqual } from "node:crypto";
import { type Selectable, sql } from "kysely";
import type { Database } from "#server/database.ts";
import { NotFound } from "#server/errors.ts";
import type { Tables } from "#server/schema.ts";
import { hashCode, PAIRING_TRIES, readCode } from "./pairing-code.ts";

type Pairing = Selectable<Tables["pairings"]>;

/** Of a code that never was, ran out, was used, or was guessed at too often: the caller learns no more. */
export class PairingRefused extends NotFound {
  constructor() {
    super(
      "This pairing code is not valid: a code lasts ten minutes and works once. Ask an administrator for a new one.",
      "pairing_refused",
    );
  }
}

/**
 * The pairing that a code opens, locked until the transaction ends; null counts as a wrong try on every pairing of
 * that selector, so the caller must commit before it refuses.
 */
export async function findPairing(db: Database, typed: string, now: number): Promise<Pairing | null> {
  const code = readCode(typed);
  const open = await db
    .selectFrom("pairings")
    .selectAll()
    .where("selector", "=", code.selector)
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .where("wrong_tries", "<", PAIRING_TRIES)
    .orderBy("pairing_id")
    .forUpdate()
    .execute();
  const hash = hashCode(code);
  const found = open.find(({ code_hash }) => timingSafeEqual(code_hash, hash));
  if (found) return found;
  if (open.length > 0)
    await db
      .updateTable("pairings")
      .set({ wrong_tries: sql`wrong_tries + 1` })
      .where(
        "pairing_id",
        "in",
        open.map(({ pairing_id }) => pairing_id),
      )
      .execute();
  return null;
}
