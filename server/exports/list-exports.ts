import type { DataExport } from "#lib/contract.ts";
import type { Context } from "#server/context.ts";
import { demand } from "#server/members/roles.ts";
import { printLink } from "./link.ts";

/** The exports that are written or can still be fetched, newest first. */
export async function listExports({ ctx }: { ctx: Context }): Promise<DataExport[]> {
  demand(ctx, "data");
  const rows = await ctx.db
    .selectFrom("exports")
    .selectAll()
    .where("workspace_id", "=", ctx.workspace)
    .where(({ or, eb }) => or([eb("expires_at", "is", null), eb("expires_at", ">", ctx.now)]))
    .orderBy("asked_at", "desc")
    .orderBy("export_id")
    .limit(20)
    .execute();
  return rows.map((row) => {
    const link = printLink({ workspace: ctx.workspace, id: row.export_id, key: row.link_key });
    return {
      id: row.export_id,
      askedAt: row.asked_at,
      state: row.state,
      rowsDone: row.rows_done,
      rowsTotal: row.rows_total,
      expiresAt: row.expires_at,
      link: row.state === "ready" ? link : null,
    };
  });
}
