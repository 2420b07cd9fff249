import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Database } from "#server/database.ts";
import { ROLLUPS } from "#server/rollups/rebuild.ts";

const LOCK = 7_864_003;

/** Makes the workspace of a new database; servers that start together make one. */
export function firstWorkspace({
  db,
  name,
  timeZone,
  now,
}: {
  db: Database;
  name: string;
  timeZone: string;
  now: number;
}): Promise<{ id: string; isNew: boolean }> {
  return db.transaction().execute(async (work) => {
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(work);
    const known = await work
      .selectFrom("workspaces")
      .select("workspace_id as id")
      .orderBy("created_at")
      .limit(1)
      .executeTakeFirst();
    if (known) return { id: known.id, isNew: false };
    const id = randomUUID();
    await work
      .insertInto("workspaces")
      .values({ workspace_id: id, name, time_zone: timeZone, created_at: now, rollups: ROLLUPS })
      .execute();
    return { id, isNew: true };
  });
}
