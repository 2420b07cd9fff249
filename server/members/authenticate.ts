import type { MemberContext } from "#server/context.ts";
import type { Database } from "#server/database.ts";
import { Unauthorized } from "#server/errors.ts";
import { hashToken, workspaceOfToken } from "./token.ts";

/** Who a token belongs to. A revoked or expired one is told apart from one that never was. */
export async function authenticate({
  db,
  token,
  now,
}: {
  db: Database;
  token: string;
  now: number;
}): Promise<MemberContext> {
  const workspace = workspaceOfToken(token);
  if (workspace === null) throw new Unauthorized("token_unknown");
  const row = await db
    .selectFrom("tokens")
    .innerJoin("members", (join) =>
      join
        .onRef("members.workspace_id", "=", "tokens.workspace_id")
        .onRef("members.member_id", "=", "tokens.member_id"),
    )
    .select([
      "tokens.member_id",
      "tokens.device_id",
      "members.role",
      "tokens.revoked_at",
      "tokens.expires_at",
      "members.removed_at",
    ])
    .where("tokens.workspace_id", "=", workspace)
    .where("tokens.token_hash", "=", hashToken(token))
    .executeTakeFirst();
  if (!row) throw new Unauthorized("token_unknown");
  if (row.revoked_at !== null || row.removed_at !== null) throw new Unauthorized("token_revoked");
  if (row.expires_at <= now) throw new Unauthorized("token_expired");
  return { db, workspace, member: row.member_id, device: row.device_id, role: row.role, now };
}
