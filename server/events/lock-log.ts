import { sql } from "kysely";
import type { Context } from "#server/context.ts";

/**
 * Holds, until the transaction ends, the rules by which a workspace's log is folded: `with` others who write events,
 * or `alone` to change the rules. One lock a transaction, whatever the size of the batch.
 */
export async function lockLog(
  { db, workspace }: Pick<Context, "db" | "workspace">,
  how: "with" | "alone",
): Promise<void> {
  const key = sql`hashtextextended(${workspace}, 0)`;
  await (
    how === "alone"
      ? sql`select pg_advisory_xact_lock(${key})`
      : sql`select pg_advisory_xact_lock_shared(${key})`
  ).execute(db);
}
