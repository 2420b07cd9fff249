import { CELL_COLUMNS, REVENUE_COLUMNS, TIMES_COLUMNS } from "./measures.ts";

/** A table of sums. Days are counted since 1970 in the workspace's zone; `block` is one day, or eight at level 1. */
export interface RollupTable {
  name: "rollup_cells" | "rollup_revenue" | "rollup_cells_by" | "rollup_revenue_by" | "rollup_times";
  /** Key columns after the workspace, with their types. */
  key: Readonly<Record<string, "int" | "text">>;
  columns: readonly string[];
  type: "int" | "numeric";
}

const PLACE = { level: "int", block: "int", asset: "text", channel: "text" } as const;

/** How conversations that began on a day went, by where they came from (rollups/source.ts). */
export const CELLS: RollupTable = {
  name: "rollup_cells",
  key: { ...PLACE, source: "text" },
  columns: CELL_COLUMNS,
  type: "int",
};

/** What those bought. */
export const REVENUE: RollupTable = {
  name: "rollup_revenue",
  key: { ...PLACE, source: "text", currency: "text" },
  columns: REVENUE_COLUMNS,
  type: "numeric",
};

const BY = {
  level: "int",
  block: "int",
  dimension: "text",
  asset: "text",
  channel: "text",
  name: "text",
} as const;

/** The same by member and by macro, of those that have one; the rest is what these leave of the others. */
export const CELLS_BY: RollupTable = {
  name: "rollup_cells_by",
  key: { ...BY, source: "text" },
  columns: CELL_COLUMNS,
  type: "int",
};
export const REVENUE_BY: RollupTable = {
  name: "rollup_revenue_by",
  key: { ...BY, source: "text", currency: "text" },
  columns: REVENUE_COLUMNS,
  type: "numeric",
};

/** How fast was answered, of what began to be timed on a day: a histogram in rows, and its counters. */
export const TIMES: RollupTable = {
  name: "rollup_times",
  key: { ...PLACE, metric: "text", part: "int" },
  columns: TIMES_COLUMNS,
  type: "int",
};

export const ROLLUP_TABLES: readonly RollupTable[] = [CELLS, REVENUE, CELLS_BY, REVENUE_BY, TIMES];

/** Days of a block at each level: a report takes long blocks where it can, days at its ends. */
export const BLOCK_DAYS = [1, 8] as const;
