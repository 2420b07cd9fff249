import type { Context } from "#server/context.ts";

/** Those of some ids that are members of the workspace, or were: what was handed to who has left stays. */
export async function membersAmong(
  { db, workspace }: Pick<Context, "db" | "workspace">,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom("members")
    .select("member_id")
    .where("workspace_id", "=", workspace)
    .where("member_id", "in", ids)
    .execute();
  return new Set(rows.map(({ member_id }) => member_id));
}
