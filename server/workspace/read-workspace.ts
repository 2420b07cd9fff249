import type { Policy } from "#lib/contract.ts";
import type { Context } from "#server/context.ts";

export interface Workspace {
  id: string;
  name: string;
  /** The machine's or the environment's zone at the first start; the settings may name another. */
  timeZone: string;
  /** Names what the feed's transactions are counted by. */
  feed: string;
  policy: Policy;
}

export async function readWorkspace({
  db,
  workspace,
}: Pick<Context, "db" | "workspace">): Promise<Workspace> {
  const { retentionDays, figuresPerPerson, ...row } = await db
    .selectFrom("workspaces")
    .select(["workspace_id as id", "name", "time_zone as timeZone", "feed"])
    .select(["retention_days as retentionDays", "figures_per_person as figuresPerPerson"])
    .where("workspace_id", "=", workspace)
    .executeTakeFirstOrThrow();
  return { ...row, policy: { retentionDays, figuresPerPerson } };
}
