import { type Kysely, sql } from "kysely";

/**
 * The feed: each event carries the transaction that wrote it, so that a reader knows what may still be on its way.
 * A workspace's `feed` names the count of transactions that those numbers are of: a restored backup has another.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `alter table events add column xid xid8 not null default pg_current_xact_id()`,
  `create index events_by_change on events (workspace_id, xid, event_id)`,
  `alter table workspaces add column feed uuid not null default gen_random_uuid()`,
];
