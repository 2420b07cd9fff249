import { addDays, type Day } from "./day.ts";
import type { SpendEntry, SpendRow } from "./spend.ts";

/** Days, both ends counted. */
export interface Period {
  from: Day;
  to: Day;
}

/** A stretch of days that no row crosses the edge of: what is held of it, and what a file says of it. */
export interface Stretch extends Period {
  held: SpendRow[];
  said: SpendEntry[];
}

/** Whether two periods share a day. */
export const overlaps = (a: Period, b: Period): boolean => a.from <= b.to && b.from <= a.to;
/** Whether every day of a part is one of the whole. */
export const contains = (whole: Period, part: Period): boolean =>
  whole.from <= part.from && part.to <= whole.to;
/** A period for people: one day, or its first and last. */
export const inWords = ({ from, to }: Period): string => (from === to ? from : `${from} to ${to}`);

/** The shortest stretches that rows held and rows of a file fall into; single days where both have days. */
export function stretchesOf(held: readonly SpendRow[], said: readonly SpendEntry[]): Stretch[] {
  const stretches: Stretch[] = [];
  const place = (period: Period): Stretch => {
    const last = stretches.at(-1);
    if (last && period.from <= last.to) {
      if (period.to > last.to) last.to = period.to;
      return last;
    }
    const next: Stretch = { from: period.from, to: period.to, held: [], said: [] };
    stretches.push(next);
    return next;
  };
  const all = [
    ...held.map((row) => ({ period: row, put: (stretch: Stretch) => stretch.held.push(row) })),
    ...said.map((row) => ({ period: row, put: (stretch: Stretch) => stretch.said.push(row) })),
  ].toSorted((a, b) => (a.period.from < b.period.from ? -1 : Number(a.period.from > b.period.from)));
  for (const { period, put } of all) put(place(period));
  return stretches;
}

/** What an import took out: days that follow on each other, how many rows, and their sum in minor units. */
export interface Replaced extends Period {
  rows: number;
  amountMinor: number;
}

/** Rows in runs of days that follow on each other. */
export function runsOf(rows: readonly SpendRow[]): Replaced[] {
  const runs: Replaced[] = [];
  for (const { from, to, amountMinor } of rows.toSorted((a, b) =>
    a.from < b.from ? -1 : Number(a.from > b.from),
  )) {
    const last = runs.at(-1);
    if (!last || from > addDays(last.to, 1)) runs.push({ from, to, rows: 1, amountMinor });
    else {
      last.to = to > last.to ? to : last.to;
      last.rows += 1;
      last.amountMinor += amountMinor;
    }
  }
  return runs;
}
