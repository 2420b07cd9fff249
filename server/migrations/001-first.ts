import { type Kysely, sql } from "kysely";

/** The log, its folded conversations, spend, and who may do what. Every key begins with the workspace. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const THREAD = `
  workspace_id uuid not null,
  channel text not null,
  asset text not null,
  thread_id text not null`;

const STATEMENTS = [
  `create table workspaces (
    workspace_id uuid primary key,
    name text not null,
    time_zone text not null,
    created_at bigint not null
  )`,
  `create table members (
    workspace_id uuid not null references workspaces,
    member_id uuid not null,
    name text not null,
    role text not null check (role in ('rep', 'support', 'manager', 'admin')),
    created_at bigint not null,
    primary key (workspace_id, member_id)
  )`,
  `create table tokens (
    workspace_id uuid not null,
    token_hash bytea not null,
    device_id uuid not null,
    device_name text not null,
    member_id uuid not null,
    created_at bigint not null,
    revoked_at bigint,
    primary key (workspace_id, token_hash),
    foreign key (workspace_id, member_id) references members
  )`,
  `create index tokens_by_device on tokens (workspace_id, device_id)`,
  `create table pairings (
    workspace_id uuid not null references workspaces,
    pairing_id uuid not null,
    selector text not null,
    code_hash bytea not null,
    member_id uuid,
    member_name text not null,
    role text not null,
    expires_at bigint not null,
    wrong_tries int not null default 0,
    used_at bigint,
    primary key (workspace_id, pairing_id)
  )`,
  // Whoever types a code does not know the workspace yet: the one look-up that does not begin with it.
  `create index pairings_by_selector on pairings (selector)`,
  `create table pages (
    workspace_id uuid not null references workspaces,
    asset text not null,
    name text,
    counted boolean not null,
    answered_at bigint not null,
    primary key (workspace_id, asset)
  )`,
  `create table settings (
    workspace_id uuid not null references workspaces,
    version int not null,
    data jsonb not null,
    saved_by uuid,
    saved_at bigint not null,
    primary key (workspace_id, version)
  )`,
  `create table threads (${THREAD}, primary key (workspace_id, channel, asset, thread_id))`,
  `create table events (${THREAD},
    event_id uuid not null,
    kind text not null,
    device_id uuid not null,
    member_id uuid not null,
    hlc text not null,
    at bigint not null,
    precision text not null,
    data jsonb not null,
    received_at bigint not null,
    flagged boolean not null,
    primary key (workspace_id, event_id)
  )`,
  `create index events_by_thread on events (workspace_id, channel, asset, thread_id)`,
  `create table conversations (${THREAD},
    number int not null,
    start_at bigint not null,
    start_seen boolean not null,
    started_by text not null,
    last_clock_at bigint not null,
    state jsonb not null,
    primary key (workspace_id, channel, asset, thread_id, number)
  )`,
  `create index conversations_by_start on conversations (workspace_id, start_at)`,
  `create index conversations_by_last_clock on conversations (workspace_id, last_clock_at)`,
  `create table spend_accounts (
    workspace_id uuid not null references workspaces,
    account_id uuid not null,
    name text not null,
    time_zone text not null,
    currency text,
    created_at bigint not null,
    primary key (workspace_id, account_id),
    unique (workspace_id, name)
  )`,
  `create table spend_imports (
    workspace_id uuid not null,
    import_id uuid not null,
    account_id uuid not null,
    imported_by uuid,
    imported_at bigint not null,
    summary jsonb not null,
    primary key (workspace_id, import_id),
    foreign key (workspace_id, account_id) references spend_accounts
  )`,
  `create table spend_rows (
    workspace_id uuid not null,
    account_id uuid not null,
    row_id bigint generated always as identity,
    import_id uuid not null,
    from_day date not null,
    to_day date not null,
    campaign text,
    adset text,
    ad text,
    ad_id text,
    amount_minor bigint not null,
    currency text not null,
    impressions bigint,
    link_clicks bigint,
    reach bigint,
    views bigint,
    engagements bigint,
    conversations_started bigint,
    primary key (workspace_id, account_id, row_id),
    foreign key (workspace_id, account_id) references spend_accounts,
    foreign key (workspace_id, import_id) references spend_imports
  )`,
  `create index spend_rows_by_day on spend_rows (workspace_id, from_day, to_day)`,
];
