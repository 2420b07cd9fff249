import { type Kysely, sql } from "kysely";

/** Who asked to be forgotten, known only by a keyed digest; each stands in the feed by its transaction. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  // Two random ids: 244 random bits in 32 bytes.
  `alter table workspaces add column erasure_key bytea not null
    default decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex')`,
  `create table erasures (
    workspace_id uuid not null references workspaces,
    digest text not null,
    at bigint not null,
    xid xid8 not null default pg_current_xact_id(),
    primary key (workspace_id, digest)
  )`,
  `create index erasures_by_change on erasures (workspace_id, xid)`,
];
