import { randomUUID } from "node:crypto";
import type { DataExport } from "#lib/contract.ts";
import { note } from "#server/audit/note.ts";
import type { Context } from "#server/context.ts";
import { demand } from "#server/members/roles.ts";
import { mintLinkKey } from "./link.ts";

/** Asks for every conversation as a file; a job writes it. */
export function askExport({ ctx }: { ctx: Context }): Promise<DataExport> {
  demand(ctx, "data");
  const id = randomUUID();
  return ctx.db.transaction().execute(async (work) => {
    await work
      .insertInto("exports")
      .values({
        workspace_id: ctx.workspace,
        export_id: id,
        asked_by: ctx.member,
        asked_at: ctx.now,
        state: "waiting",
        rows_done: 0,
        rows_total: null,
        attempt: 0,
        link_key: mintLinkKey(),
        expires_at: null,
      })
      .execute();
    await note({ ...ctx, db: work }, "conversations_exported", { export: id });
    return {
      id,
      askedAt: ctx.now,
      state: "waiting",
      rowsDone: 0,
      rowsTotal: null,
      expiresAt: null,
      link: null,
    };
  });
}
