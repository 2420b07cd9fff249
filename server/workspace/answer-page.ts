import type { Page } from "#lib/contract.ts";
import { note } from "#server/audit/note.ts";
import type { Context } from "#server/context.ts";
import { demand } from "#server/members/roles.ts";

/** Says whether a Page is counted. Without a name the known one stays. */
export function answerPage({ ctx, input }: { ctx: Context; input: Page }): Promise<Page> {
  demand(ctx, "pages");
  const { asset, name, counted } = input;
  const row = { workspace_id: ctx.workspace, asset, name, counted, answered_at: ctx.now };
  return ctx.db.transaction().execute(async (work) => {
    await note({ ...ctx, db: work }, "page_answered", { asset, counted });
    return work
      .insertInto("pages")
      .values(row)
      .onConflict((conflict) =>
        conflict.columns(["workspace_id", "asset"]).doUpdateSet((old) => ({
          counted,
          answered_at: ctx.now,
          name: name === null ? old.ref("pages.name") : old.val(name),
        })),
      )
      .returning(["asset", "name", "counted"])
      .executeTakeFirstOrThrow();
  });
}
