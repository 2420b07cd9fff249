import type { Tables } from "#server/schema.ts";

/** Every table, each after those that it refers to. */
export const TABLES = [
  "workspaces",
  "members",
  "tokens",
  "pairings",
  "pages",
  "settings",
  "threads",
  "events",
  "conversations",
  "spend_accounts",
  "spend_imports",
  "spend_rows",
  "audit",
  "erasures",
  "open_clocks",
  "rollup_cells",
  "rollup_revenue",
  "rollup_times",
  "rollup_cells_by",
  "rollup_revenue_by",
  "exports",
  "export_parts",
] as const satisfies readonly (keyof Tables)[];

/** What belongs to the database that a row stands in, and is made anew in another. */
export const LEFT_OUT: readonly string[] = ["xid", "feed"];
