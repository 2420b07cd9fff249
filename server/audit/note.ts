import type { AuditAction } from "#lib/contract.ts";
import type { Context } from "#server/context.ts";
import { toJson } from "#server/json.ts";

/**
 * Writes down what an administrator or manager did, in the transaction that does it.
 * @param subject ids and counts: never a name, a token or an id of a customer
 */
export async function note(
  { db, workspace, member, now }: Context,
  action: AuditAction,
  subject: Record<string, string | number | boolean>,
): Promise<void> {
  await db
    .insertInto("audit")
    .values({ workspace_id: workspace, at: now, member_id: member, action, subject: toJson(subject) })
    .execute();
}
