import { CONVERSION_WINDOWS, type ConversionWindow } from "#lib/domain/stage.ts";
import type { Tally } from "#lib/domain/tally.ts";

/** Counts of a tally that are the same at every conversion window. */
export const PLAIN = ["all", "started", "sendersKnown", "startsSeen"] as const;

/** Counts of a tally that depend on the conversion window; what is immature depends on the moment and is no count here. */
export const WINDOWED = [
  "answered",
  "wentOn",
  "qualified",
  "handedOff",
  "accepted",
  "customers",
  "purchases",
  "impliedWentOn",
  "impliedQualified",
  "impliedHandedOff",
  "contradictory",
  "tagged",
  "undecided",
  "taggedOfAll",
  "unpriced",
] as const satisfies readonly (keyof Tally)[];

/** What is kept of sales in one currency at a conversion window. */
export const SOLD = ["immediateMinor", "assistedMinor", "immediate", "assisted"] as const;

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const columns = new Map<string, string>();

/** The column of a count: `went_on_30`, or `started` where the window does not matter. */
export function columnOf(name: string, window?: ConversionWindow): string {
  const key = window === undefined ? name : `${name}_${window}`;
  const column = columns.get(key) ?? snake(key);
  columns.set(key, column);
  return column;
}

const ofEveryWindow = (names: readonly string[]): string[] =>
  CONVERSION_WINDOWS.flatMap((window) => names.map((name) => columnOf(name, window)));

export const CELL_COLUMNS: readonly string[] = [
  ...PLAIN.map((name) => columnOf(name)),
  ...ofEveryWindow(WINDOWED),
];
export const REVENUE_COLUMNS: readonly string[] = ofEveryWindow(SOLD);

/** Buckets of a histogram that one row holds side by side. */
export const BUCKETS_A_ROW = 16;
/** The row of a histogram that holds its counters, in the first columns. */
export const COUNTERS_ROW = -1;
/** `running` are those with and without a deadline, `due` those with one; `missed` only what ended. */
export const COUNTERS = ["unanswered", "running", "due", "inexact", "met", "missed"] as const;
export type Counter = (typeof COUNTERS)[number];

export const TIMES_COLUMNS: readonly string[] = Array.from({ length: BUCKETS_A_ROW }, (_, n) => `n${n}`);
export const counterColumn = (counter: Counter): string => `n${COUNTERS.indexOf(counter)}`;
