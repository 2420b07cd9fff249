import { randomUUID } from "node:crypto";
import type { Selectable } from "kysely";
import type { PairingRedeem, PairingResult } from "#lib/contract.ts";
import type { Database } from "#server/database.ts";
import type { Tables } from "#server/schema.ts";
import { findPairing, PairingRefused } from "./find-pairing.ts";
import { readMe } from "./read-me.ts";
import { revokeTokens } from "./revoke-tokens.ts";
import { hashToken, mintToken, TOKEN_LIFE_MS } from "./token.ts";

/** Uses a code up and gives the device its token; a token that the device had here before is revoked. */
export async function redeemPairing({
  db,
  input,
  now,
}: {
  db: Database;
  input: PairingRedeem;
  now: number;
}): Promise<PairingResult> {
  const result = await db.transaction().execute(async (work) => {
    const pairing = await findPairing(work, input.code, now);
    if (!pairing) return null;
    const { workspace_id: workspace, pairing_id } = pairing;
    const member = pairing.member_id ?? (await addMember(work, pairing, now));
    const token = mintToken(workspace);
    const expiresAt = now + TOKEN_LIFE_MS;
    await work
      .updateTable("pairings")
      .set({ used_at: now })
      .where("workspace_id", "=", workspace)
      .where("pairing_id", "=", pairing_id)
      .execute();
    await revokeTokens({ db: work, workspace, now }, { device: input.device });
    await work
      .insertInto("tokens")
      .values({
        workspace_id: workspace,
        token_hash: hashToken(token),
        device_id: input.device,
        device_name: input.deviceName,
        member_id: member,
        created_at: now,
        expires_at: expiresAt,
        revoked_at: null,
      })
      .execute();
    return { token, expiresAt, me: await readMe({ ctx: { db: work, workspace, member } }) };
  });
  if (!result) throw new PairingRefused();
  return result;
}

async function addMember(
  db: Database,
  { workspace_id, member_name, role }: Selectable<Tables["pairings"]>,
  now: number,
): Promise<string> {
  const member_id = randomUUID();
  await db
    .insertInto("members")
    .values({ workspace_id, member_id, name: member_name, role, created_at: now, removed_at: null })
    .execute();
  return member_id;
}
