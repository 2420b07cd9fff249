import type { Policy, PolicyChange } from "#lib/contract.ts";
import { note } from "#server/audit/note.ts";
import type { Context } from "#server/context.ts";
import { demand } from "#server/members/roles.ts";
import { readWorkspace } from "./read-workspace.ts";

/** Decides for how long customers are known, and whether managers see figures per person. What is not named stays. */
export function savePolicy({ ctx, input }: { ctx: Context; input: PolicyChange }): Promise<Policy> {
  demand(ctx, "policy");
  const { retentionDays, figuresPerPerson } = input;
  return ctx.db.transaction().execute(async (work) => {
    const inside = { ...ctx, db: work };
    await work
      .updateTable("workspaces")
      .set({
        ...(retentionDays !== undefined && { retention_days: retentionDays }),
        ...(figuresPerPerson !== undefined && { figures_per_person: figuresPerPerson }),
      })
      .where("workspace_id", "=", ctx.workspace)
      .execute();
    const said = Object.entries(input).map(([name, value]) => [name, value ?? "off"]);
    await note(inside, "policy_saved", Object.fromEntries(said));
    return (await readWorkspace(inside)).policy;
  });
}
