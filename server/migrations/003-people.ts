import { type Kysely, sql } from "kysely";

/** Tokens end, people leave, and what administrators do is written down. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `alter table tokens add column expires_at bigint`,
  `update tokens set expires_at = created_at + 90 * 86400000::bigint`,
  `alter table tokens alter column expires_at set not null`,
  `create index tokens_by_member on tokens (workspace_id, member_id)`,
  `alter table members add column removed_at bigint`,
  `create table audit (
    workspace_id uuid not null references workspaces,
    entry_id bigint generated always as identity,
    at bigint not null,
    member_id uuid,
    action text not null,
    subject jsonb not null,
    primary key (workspace_id, entry_id)
  )`,
];
