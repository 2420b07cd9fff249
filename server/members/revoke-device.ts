import { note } from "#server/audit/note.ts";
import type { Context } from "#server/context.ts";
import { NotFound } from "#server/errors.ts";
import { revokeTokens } from "./revoke-tokens.ts";
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
    const inside = { ...ctx, db: work };
    if ((await revokeTokens(inside, { device: input.device })) === 0)
      throw new NotFound("There is no such device in this workspace, or it was revoked.", "device_unknown");
    await note(inside, "device_revoked", { device: input.device });
  });
}
