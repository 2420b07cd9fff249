import type { SpendImport } from "#lib/domain/spend-ledger.ts";
import type { Level } from "./dimensions.ts";
import type { Breakdown } from "./headings.ts";
import type { SpendProblem } from "./problem.ts";

/**
 * A whole export. `from` and `to` are the days that it covers; `rows` are one a period and ad, ready to store once
 * they belong to an ad account, and sum to `totalMinor`.
 */
export interface SpendFile extends SpendImport {
  level: Level;
  /** Every row is of one day. */
  hasDays: boolean;
  breakdowns: Breakdown[];
  totalMinor: number;
  /** The rows of the file itself, without its total row. */
  detailRows: number;
  /** Whether the rows add up to the file's own total row; null where it has none. */
  reconciles: boolean | null;
  warnings: string[];
  headings: readonly string[];
}

export type SpendReading = { ok: true; file: SpendFile } | { ok: false; problems: SpendProblem[] };

/** What a file says, for `rung spend check` and the options page; the shape of the contract's SpendSummary. */
export interface Summary {
  currency: string | null;
  level: string;
  from: string | null;
  to: string | null;
  rows: number;
  totalMinor: number;
  reconciles: boolean | null;
  warnings: string[];
}

/** @returns `rows` counts the rows of the file itself, its total row left out */
export const summarise = (file: SpendFile): Summary => ({
  currency: file.currency,
  level: file.level,
  from: file.from,
  to: file.to,
  rows: file.detailRows,
  totalMinor: file.totalMinor,
  reconciles: file.reconciles,
  warnings: file.warnings,
});
