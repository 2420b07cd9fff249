import { planOf } from "./calendar-day.ts";
import { DAY_MS, type DayRules } from "./calendar-hours.ts";
import { openUntil, wallAfter, type Week } from "./calendar-week.ts";
import { datesOfChange, instantOf, offsetAt, type Zone } from "./calendar-zone.ts";
import { union, within } from "./span.ts";

/**
 * Open time as a running total over a reach of instants, so that a question costs two searches whatever its span.
 * The reach is cut into sections: plain ones, of whole weeks' pattern at one offset, and dated ones, runs of dates
 * with a shift, break, holiday or clock change, whose open pieces are written out.
 */
export interface Table {
  /** Instants (epoch ms) between which the table answers. */
  from: number;
  to: number;
  /** Open ms in the whole reach. */
  total: number;
  week: Week;
  /** A section each: where it starts, the open ms before it, and whether it is plain. */
  starts: Float64Array;
  before: Float64Array;
  plain: Uint8Array;
  /** Plain sections: the offset, and what the running total is ahead of the weeks' own. */
  offsets: Float64Array;
  ahead: Float64Array;
  /** Dated sections: their first piece; the next section's first piece ends them. */
  firstPiece: Int32Array;
  pieceFrom: Float64Array;
  pieceTo: Float64Array;
  pieceBefore: Float64Array;
}

interface Section {
  start: number;
  before: number;
  offset: number;
  ahead: number;
  plain: boolean;
  firstPiece: number;
}

/**
 * @param zone reaches some days further than `first` and `last` (days since 1970-01-01); the table reaches at least
 * those dates, and never ends within a run of dated ones
 */
export function tableOf(rules: DayRules, week: Week, zone: Zone, first: number, last: number): Table {
  const sections: Section[] = [];
  const pieces: { from: number; to: number; before: number }[] = [];
  const runs = runsOf(datedDays(rules, zone)).filter(([begin, end]) => begin < last && end >= first);
  const from = instantOf(zone, Math.min(first, runs[0]?.[0] ?? first) * DAY_MS);
  const to = instantOf(zone, Math.max(last, (runs.at(-1)?.[1] ?? last) + 1) * DAY_MS);
  let cursor = from;
  let total = 0;

  const addPlain = (until: number) => {
    if (until <= cursor) return;
    const offset = offsetAt(zone, cursor);
    const ahead = total - openUntil(week, cursor + offset);
    sections.push({ start: cursor, before: total, offset, ahead, plain: true, firstPiece: pieces.length });
    total = ahead + openUntil(week, until + offset);
    cursor = until;
  };
  const addDated = ([begin, end]: Run) => {
    const start = instantOf(zone, begin * DAY_MS);
    const until = instantOf(zone, (end + 1) * DAY_MS);
    addPlain(start);
    sections.push({ start, before: total, offset: 0, ahead: 0, plain: false, firstPiece: pieces.length });
    const days = Array.from({ length: end - begin + 1 }, (_, number) => begin + number);
    const open = union(days.flatMap((day) => planOf(rules, zone, day).open));
    for (const piece of within(open, { from: start, to: until })) {
      pieces.push({ ...piece, before: total });
      total += piece.to - piece.from;
    }
    cursor = until;
  };

  for (const run of runs) addDated(run);
  addPlain(to);
  const column = (read: (section: Section) => number) => Float64Array.from(sections, read);
  return {
    from,
    to,
    total,
    week,
    starts: column(({ start }) => start),
    before: column(({ before }) => before),
    plain: Uint8Array.from(sections, ({ plain }) => Number(plain)),
    offsets: column(({ offset }) => offset),
    ahead: column(({ ahead }) => ahead),
    firstPiece: Int32Array.from([...sections.map(({ firstPiece }) => firstPiece), pieces.length]),
    pieceFrom: Float64Array.from(pieces, ({ from }) => from),
    pieceTo: Float64Array.from(pieces, ({ to }) => to),
    pieceBefore: Float64Array.from(pieces, ({ before }) => before),
  };
}

type Run = [first: number, last: number];

const datedDays = ({ shifts, breaks, holidays }: DayRules, zone: Zone): Set<number> =>
  new Set([...shifts.keys(), ...breaks.keys(), ...holidays, ...datesOfChange(zone)]);

/** Consecutive dates as runs, so that what a clock change moves over midnight stays within its run. */
function runsOf(days: ReadonlySet<number>): Run[] {
  const runs: Run[] = [];
  for (const day of [...days].toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && run[1] === day - 1) run[1] = day;
    else runs.push([day, day]);
  }
  return runs;
}

/** Open ms of the reach before an instant within it. */
export function openBefore(table: Table, at: number): number {
  const section = lastAtMost(table.starts, at, 0, table.starts.length);
  if (table.plain[section] === 1)
    return (table.ahead[section] ?? 0) + openUntil(table.week, at + (table.offsets[section] ?? 0));
  const first = table.firstPiece[section] ?? 0;
  const piece = lastAtMost(table.pieceFrom, at, first, table.firstPiece[section + 1] ?? first);
  if (piece < first) return table.before[section] ?? 0;
  const from = table.pieceFrom[piece] ?? 0;
  return (table.pieceBefore[piece] ?? 0) + Math.min(at, table.pieceTo[piece] ?? 0) - from;
}

/** The first instant by which `open` ms of the reach have passed: more than 0, at most the table's total. */
export function firstAfter(table: Table, open: number): number {
  const section = lastBelow(table.before, open, 0, table.before.length);
  if (table.plain[section] === 1)
    return wallAfter(table.week, open - (table.ahead[section] ?? 0)) - (table.offsets[section] ?? 0);
  const first = table.firstPiece[section] ?? 0;
  const piece = lastBelow(table.pieceBefore, open, first, table.firstPiece[section + 1] ?? first);
  return (table.pieceFrom[piece] ?? 0) + open - (table.pieceBefore[piece] ?? 0);
}

/** Index of the last of the rising values in `[low, high)` that is at most `value`; `low - 1` where none is. */
function lastAtMost(values: Float64Array, value: number, low: number, high: number): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((values[middle] ?? 0) <= value) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}

/** As lastAtMost, for the last value that is less than `value`. */
function lastBelow(values: Float64Array, value: number, low: number, high: number): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((values[middle] ?? 0) < value) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}
