import type { AuditAction } from "#lib/contract.ts";
import { COMMAND_LINE, type Context } from "#server/context.ts";
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
  const by = member === COMMAND_LINE ? null : member;
  await db
    .insertInto("audit")
    .values({ workspace_id: workspace, at: now, member_id: by, action, subject: toJson(subject) })
    .execute();
}
