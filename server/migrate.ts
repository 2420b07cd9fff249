import { sql } from "kysely";
import { Migrator } from "kysely/migration";
import type { Database } from "./database.ts";
import { migrations } from "./migrations/all.ts";

/** Any number that no other part of the database's users takes. */
const LOCK = 7_864_001;

/**
 * Brings the tables to the newest migration. Servers that start together wait for each other, also behind a pooler by
 * transaction: the lock is a transaction's. The migrator's own bookkeeping has a schema of its own: it is no data of a
 * workspace.
 */
export async function migrate(db: Database): Promise<void> {
  await db.transaction().execute(async (holder) => {
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(holder);
    const migrator = new Migrator({
      db,
      provider: { getMigrations: () => Promise.resolve(migrations) },
      migrationTableSchema: "migrations",
    });
    const { error } = await migrator.migrateToLatest();
    if (error)
      throw new Error(
        `The database could not be brought up to date: ${error instanceof Error ? error.message : "unknown"}`,
        { cause: error },
      );
  });
}
