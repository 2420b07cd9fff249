import { sql } from "kysely";
import { Migrator } from "kysely/migration";
import { type Database, openDatabase } from "./database.ts";
import { migrations } from "./migrations/all.ts";

/** Any number that no other part of the database's users takes. */
const LOCK = 7_864_001;

/**
 * Brings the tables of a database to the newest migration.
 * @param directUrl reaches it without a pooler: the lock belongs to one connection
 */
export async function migrateOn(directUrl: string): Promise<void> {
  const db = openDatabase(directUrl, () => {
    // The statement under way fails with the same error.
  });
  try {
    await migrate(db);
  } finally {
    await db.destroy();
  }
}

/**
 * Brings the tables to the newest migration. Servers that start together wait for each other. The migrator's own
 * bookkeeping has a schema of its own: it is no data of a workspace.
 */
export async function migrate(db: Database): Promise<void> {
  await db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${LOCK})`.execute(connection);
    try {
      const migrator = new Migrator({
        db,
        provider: { getMigrations: () => Promise.resolve(migrations) },
        migrationTableSchema: "migrations",
      });
      const { error } = await migrator.migrateToLatest();
      if (error)
        throw new Error(
          `The database could not be brought up to date: ${error instanceof Error ? error.message : "unknown"}`,
          {
            cause: error,
          },
        );
    } finally {
      await sql`select pg_advisory_unlock(${LOCK})`.execute(connection);
    }
  });
}
