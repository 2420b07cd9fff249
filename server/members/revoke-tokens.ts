import { sql } from "kysely";
import type { Context } from "#server/context.ts";

/**
 * Holds a workspace's tokens until the transaction ends: one that is given at this moment is ended too, or not given.
 * Requests that end the same ones never wait for each other in a circle.
 */
export const lockTokens = ({ db, workspace }: Pick<Context, "db" | "workspace">) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${workspace}, 1))`.execute(db);

/**
 * Ends every token of a device, or of a person. Call inside a transaction.
 * @returns how many there were
 */
export async function revokeTokens(
  { db, workspace, now }: Pick<Context, "db" | "workspace" | "now">,
  of: { device: string } | { member: string },
): Promise<number> {
  const owner = "device" in of ? sql`device_id = ${of.device}` : sql`member_id = ${of.member}`;
  await lockTokens({ db, workspace });
  const { rows } = await sql`
    update tokens set revoked_at = ${now}
    where workspace_id = ${workspace} and ${owner} and revoked_at is null
    returning 1`.execute(db);
  return rows.length;
}
