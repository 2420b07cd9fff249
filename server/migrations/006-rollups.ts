import { type Kysely, sql } from "kysely";

/** Sums that reports read, what a report needs of single conversations, and the clocks that run towards a deadline. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const WINDOWS = ["1", "7", "14", "30", "90", "any"];
const COUNTS = [
  "answered",
  "went_on",
  "qualified",
  "handed_off",
  "accepted",
  "customers",
  "purchases",
  "implied_went_on",
  "implied_qualified",
  "implied_handed_off",
  "contradictory",
  "tagged",
  "undecided",
  "tagged_of_all",
  "unpriced",
];

const columns = (names: string[], type: string): string =>
  names.map((name) => `${name} ${type} not null default 0`).join(",\n    ");
const ofEveryWindow = (names: string[]): string[] =>
  WINDOWS.flatMap((window) => names.map((name) => `${name}_${window}`));

const PLACE = `
  workspace_id uuid not null references workspaces,
  level int not null,
  block int not null,
  asset text not null,
  channel text not null`;

/** Sums are written again and again: room in each page lets them stay in it. */
const ROOM = "with (fillfactor = 60)";

const STATEMENTS = [
  `create table rollup_cells (${PLACE},
    source text not null,
    ${columns(
      ["all", "started", "senders_known", "starts_seen"].map((name) => `"${name}"`),
      "int",
    )},
    ${columns(ofEveryWindow(COUNTS), "int")},
    primary key (workspace_id, level, block, asset, channel, source)
  ) ${ROOM}`,
  `create table rollup_revenue (${PLACE},
    source text not null,
    currency text not null,
    ${columns(ofEveryWindow(["immediate_minor", "assisted_minor", "immediate", "assisted"]), "numeric")},
    primary key (workspace_id, level, block, asset, channel, source, currency)
  ) ${ROOM}`,
  `create table rollup_times (${PLACE},
    metric text not null,
    part int not null,
    ${columns(
      Array.from({ length: 16 }, (_, n) => `n${n}`),
      "int",
    )},
    primary key (workspace_id, level, block, asset, channel, metric, part)
  ) ${ROOM}`,
  `create table open_clocks (
    workspace_id uuid not null references workspaces,
    channel text not null,
    asset text not null,
    thread_id text not null,
    number int not null,
    place int not null,
    metric text not null,
    started_at bigint not null,
    due_at bigint not null,
    primary key (workspace_id, channel, asset, thread_id, number, place)
  )`,
  `create index open_clocks_by_due on open_clocks (workspace_id, due_at) include (asset, metric, started_at)`,
  // Null where the conversation is in no cohort, and before it was counted.
  `alter table conversations add column source text, add column levels int, add column again boolean`,
  `create index conversations_again on conversations (workspace_id, start_at) where again`,
  `alter table workspaces add column rollups int not null default 0`,
];
