import { type Kysely, sql } from "kysely";

/** The sums of cells and revenue by member and by macro too, and whose a conversation is. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

/** The columns of another table, with its defaults, under a key of its own. */
const sumsLike = (name: string, like: string, key: string): string => `
  create table ${name} (like ${like} including defaults,
    dimension text not null,
    name text not null,
    foreign key (workspace_id) references workspaces,
    primary key (workspace_id, level, block, dimension, asset, channel, name, ${key})
  ) with (fillfactor = 60)`;

const STATEMENTS = [
  sumsLike("rollup_cells_by", "rollup_cells", "source"),
  sumsLike("rollup_revenue_by", "rollup_revenue", "source, currency"),
  // Null where it is nobody's, or without a macro.
  "alter table conversations add column member text, add column macro text",
];
