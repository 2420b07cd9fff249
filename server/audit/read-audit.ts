import type { AuditPage } from "#lib/contract.ts";
import type { Context } from "#server/context.ts";
import { demand } from "#server/members/roles.ts";

const PAGE = 100;

/** What was done, newest first, a page at a time. */
export async function readAudit({
  ctx,
  input,
}: {
  ctx: Context;
  input: { before?: number | undefined };
}): Promise<AuditPage> {
  demand(ctx, "people");
  const { before } = input;
  const rows = await ctx.db
    .selectFrom("audit")
    .select(["entry_id as entry", "at", "member_id as member", "action", "subject"])
    .where("workspace_id", "=", ctx.workspace)
    .$if(before !== undefined, (query) => query.where("entry_id", "<", before ?? 0))
    .orderBy("entry_id", "desc")
    .limit(PAGE + 1)
    .execute();
  const entries = rows.slice(0, PAGE);
  return { entries, next: rows.length > PAGE ? (entries.at(-1)?.entry ?? null) : null };
}
