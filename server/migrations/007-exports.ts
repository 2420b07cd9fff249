import { type Kysely, sql } from "kysely";

/** Exports that a job writes, each in parts, until they expire; any server gives them out. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `create table exports (
    workspace_id uuid not null references workspaces,
    export_id uuid not null,
    asked_by uuid,
    asked_at bigint not null,
    state text not null check (state in ('waiting', 'running', 'ready')),
    rows_done int not null,
    rows_total int,
    -- How often a server began it: of two at once only the later goes on.
    attempt int not null,
    link_key text not null,
    expires_at bigint,
    primary key (workspace_id, export_id)
  )`,
  `create table export_parts (
    workspace_id uuid not null,
    export_id uuid not null,
    part int not null,
    content bytea not null,
    primary key (workspace_id, export_id, part),
    foreign key (workspace_id, export_id) references exports on delete cascade
  )`,
];
