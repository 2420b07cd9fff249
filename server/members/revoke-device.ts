import { note } from "#server/audit/note.ts";
import type { Context } from "#server/context.ts";
import { NotFound } from "#server/errors.ts";
import { demand } from "./roles.ts";

/** Ends a device's access: its next request is refused. What it sent stays. */
export async function revokeDevice({
  ctx,
  input,
}: {
  ctx: Context;
  input: { device: string };
}): Promise<void> {
  demand(ctx, "people");
  await ctx.db.transaction().execute(async (work) => {
    const revoked = await work
      .updateTable("tokens")
      .set({ revoked_at: ctx.now })
      .where("workspace_id", "=", ctx.workspace)
      .where("device_id", "=", input.device)
      .where("revoked_at", "is", null)
      .returning("device_id")
      .execute();
    if (revoked.length === 0)
      throw new NotFound("There is no such device in this workspace, or it was revoked.", "device_unknown");
    await note({ ...ctx, db: work }, "device_revoked", { device: input.device });
  });
}
