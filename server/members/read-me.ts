import type { Me } from "#lib/contract.ts";
import type { Context } from "#server/context.ts";
import { NotFound } from "#server/errors.ts";
import { listPages } from "#server/workspace/list-pages.ts";
import { readSettings } from "#server/workspace/read-settings.ts";
import { readWorkspace } from "#server/workspace/read-workspace.ts";

/** Who somebody is here, what the workspace counts, and who else works in it. */
export async function readMe({
  ctx,
}: {
  ctx: Pick<Context, "db" | "workspace"> & { member: string };
}): Promise<Me> {
  const workspace = await readWorkspace(ctx);
  const settings = await readSettings(ctx);
  const people = await ctx.db
    .selectFrom("members")
    .select(["member_id as id", "name", "role", "removed_at"])
    .where("workspace_id", "=", ctx.workspace)
    .orderBy("created_at")
    .orderBy("member_id")
    .execute();
  const member = people.find(({ id }) => id === ctx.member);
  if (!member) throw new NotFound("There is no such member in this workspace.", "member_unknown");
  const { id, name, role } = member;
  return {
    workspace: {
      id: workspace.id,
      name: workspace.name,
      timeZone: settings.timeZone ?? workspace.timeZone,
      currency: settings.currency,
      policy: workspace.policy,
    },
    member: { id, name, role },
    pages: await listPages(ctx),
    members: people.map((one) => ({ id: one.id, name: one.name, left: one.removed_at !== null })),
  };
}
