import type { MemberContext } from "#server/context.ts";

/** Revokes the token of the device that asks. */
export async function unpair({ ctx }: { ctx: MemberContext }): Promise<void> {
  await ctx.db
    .updateTable("tokens")
    .set({ revoked_at: ctx.now })
    .where("workspace_id", "=", ctx.workspace)
    .where("device_id", "=", ctx.device)
    .where("revoked_at", "is", null)
    .execute();
}
