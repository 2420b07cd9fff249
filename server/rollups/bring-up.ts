import type { Database } from "#server/database.ts";
import { lockLog } from "#server/events/lock-log.ts";
import { rebuildRollups, ROLLUPS } from "./rebuild.ts";

/**
 * Counts the rollups of every workspace that an older version counted, or none. Of servers that start together one
 * counts; the others wait for it.
 */
export async function bringUpRollups(
  db: Database,
  progress: (workspace: string, done: number, of: number) => void = () => {},
): Promise<void> {
  for (const { workspace_id: workspace } of await old(db).execute())
    await db.transaction().execute(async (work) => {
      await lockLog({ db: work, workspace }, "alone");
      const still = await old(work).where("workspace_id", "=", workspace).executeTakeFirst();
      if (still) await rebuildRollups({ db: work, workspace }, (done, of) => progress(workspace, done, of));
    });
}

const old = (db: Database) =>
  db.selectFrom("workspaces").select("workspace_id").where("rollups", "!=", ROLLUPS);
