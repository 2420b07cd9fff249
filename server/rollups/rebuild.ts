import { sql } from "kysely";
import type { Context } from "#server/context.ts";
import { lockLog } from "#server/events/lock-log.ts";
import { foldThreads } from "#server/events/refold.ts";
import { storeFolded } from "#server/events/store-folded.ts";
import { countThreads, threadPages } from "#server/events/thread-pages.ts";
import { readInForce } from "#server/workspace/in-force.ts";
import { apply } from "./apply.ts";
import { contribute } from "./contribution.ts";
import { Delta } from "./delta.ts";
import { rollupRules } from "./rules.ts";
import { ROLLUP_TABLES } from "./table.ts";

/** Counts what is done of how many threads. */
export type Progress = (done: number, of: number) => void;

/** A change of what server/rollups counts has a number of its own: a database of another one is counted anew. */
export const ROLLUPS = 2;

/**
 * Folds the whole log anew and counts the rollups from nothing, in the transaction of the caller: nobody sees half of
 * it. New events wait meanwhile; reports go on with what was.
 * @returns how many threads were folded
 */
export async function rebuildRollups(
  place: Pick<Context, "db" | "workspace">,
  progress: Progress = () => {},
): Promise<number> {
  const { db, workspace } = place;
  await lockLog(place, "alone");
  for (const { name } of ROLLUP_TABLES)
    await sql`delete from ${sql.table(name)} where workspace_id = ${workspace}`.execute(db);
  const inForce = await readInForce(place);
  const { settings } = inForce;
  const rules = rollupRules(inForce);
  const all = await countThreads(place);
  const delta = new Delta();
  let done = 0;
  for await (const threads of threadPages(place)) {
    const folded = await foldThreads(place, threads, settings);
    for (const { thread, conversations } of folded)
      for (const conversation of conversations) contribute(delta, { thread, conversation }, rules, 1);
    await storeFolded(place, folded, rules, null);
    done += threads.length;
    progress(done, all);
  }
  await apply(place, delta);
  await db
    .updateTable("workspaces")
    .set({ rollups: ROLLUPS })
    .where("workspace_id", "=", workspace)
    .execute();
  return done;
}
