import { sql } from "kysely";
import type { Context } from "#server/context.ts";

/**
 * Ends every token of a device, or of a person. Rows are locked in one order, so that requests which end the same
 * ones never wait for each other in a circle.
 * @returns how many there were
 */
export async function revokeTokens(
  { db, workspace, now }: Pick<Context, "db" | "workspace" | "now">,
  of: { device: string } | { member: string },
): Promise<number> {
  const owner = "device" in of ? sql`device_id = ${of.device}` : sql`member_id = ${of.member}`;
  const { rows } = await sql`
    update tokens set revoked_at = ${now}
    where workspace_id = ${workspace} and token_hash in (
      select token_hash from tokens
      where workspace_id = ${workspace} and ${owner} and revoked_at is null
      order by token_hash for update)
    returning 1`.execute(db);
  return rows.length;
}
