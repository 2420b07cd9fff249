import { type Kysely, sql } from "kysely";

/**
 * What only administrators decide: for how long customers are known (null: for ever), and whether managers see
 * figures per person (null: nobody has answered yet).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table workspaces
      add column retention_days int check (retention_days between 30 and 3650),
      add column figures_per_person boolean`.execute(db);
}
