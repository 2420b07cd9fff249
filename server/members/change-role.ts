import type { Role } from "#lib/contract.ts";
import { note } from "#server/audit/note.ts";
import type { Context } from "#server/context.ts";
import { Conflict, NotFound } from "#server/errors.ts";
import { demand } from "./roles.ts";

/** Gives a person another role; their next request is judged by it. Codes made for them carry it too. */
export async function changeRole({
  ctx,
  input: { member, role },
}: {
  ctx: Context;
  input: { member: string; role: Role };
}): Promise<void> {
  demand(ctx, "people");
  if (member === ctx.member)
    throw new Conflict("own_membership", "You cannot change your own role: ask another administrator.");
  await ctx.db.transaction().execute(async (work) => {
    const changed = await work
      .updateTable("members")
      .set({ role })
      .where("workspace_id", "=", ctx.workspace)
      .where("member_id", "=", member)
      .where("removed_at", "is", null)
      .returning("member_id")
      .executeTakeFirst();
    if (!changed) throw new NotFound("There is no such member in this workspace.", "member_unknown");
    await work
      .updateTable("pairings")
      .set({ role })
      .where("workspace_id", "=", ctx.workspace)
      .where("member_id", "=", member)
      .where("used_at", "is", null)
      .execute();
    await note({ ...ctx, db: work }, "role_changed", { member, role });
  });
}
