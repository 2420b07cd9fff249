import { note } from "#server/audit/note.ts";
import type { Context } from "#server/context.ts";
import { Conflict, NotFound } from "#server/errors.ts";
import { revokeTokens } from "./revoke-tokens.ts";
import { demand } from "./roles.ts";

/** Ends a person's access on every device, and every code made for them. What they recorded stays, in their name. */
export async function removeMember({
  ctx,
  input,
}: {
  ctx: Context;
  input: { member: string };
}): Promise<void> {
  demand(ctx, "people");
  const { member } = input;
  if (member === ctx.member)
    throw new Conflict("own_membership", "You cannot remove yourself: ask another administrator.");
  await ctx.db.transaction().execute(async (work) => {
    const removed = await work
      .updateTable("members")
      .set({ removed_at: ctx.now })
      .where("workspace_id", "=", ctx.workspace)
      .where("member_id", "=", member)
      .where("removed_at", "is", null)
      .returning("member_id")
      .executeTakeFirst();
    if (!removed) throw new NotFound("There is no such member in this workspace.", "member_unknown");
    await work
      .updateTable("pairings")
      .set({ used_at: ctx.now })
      .where("workspace_id", "=", ctx.workspace)
      .where("member_id", "=", member)
      .where("used_at", "is", null)
      .execute();
    // The codes before the tokens, as whoever redeems one holds them.
    await revokeTokens({ ...ctx, db: work }, { member });
    await note({ ...ctx, db: work }, "member_removed", { member });
  });
}
