import { DAY_MS } from "./calendar-hours.ts";
import { type Span, union } from "./span.ts";

const WEEK_MS = 7 * DAY_MS;
/** 1970-01-05 00:00, the first Monday, in ms of wall time. */
const MONDAY_MS = 4 * DAY_MS;

/** The open stretches of a plain week in ms after Monday 00:00, with the open time before each. */
export interface Week {
  total: number;
  from: Float64Array;
  to: Float64Array;
  before: Float64Array;
}

/** @param weekly seven lists of windows in ms after midnight, Monday first */
export function weekOf(weekly: readonly (readonly Span[])[]): Week {
  const spans = union(
    weekly.flatMap((windows, day) =>
      windows.map(({ from, to }) => ({ from: day * DAY_MS + from, to: day * DAY_MS + to })),
    ),
  );
  let total = 0;
  const before = spans.map(({ from, to }) => (total += to - from) - (to - from));
  return {
    total,
    from: Float64Array.from(spans, ({ from }) => from),
    to: Float64Array.from(spans, ({ to }) => to),
    before: Float64Array.from(before),
  };
}

/** Open ms of plain weeks from the first Monday until a wall time; negative before it. */
export function openUntil({ total, from, to, before }: Week, wall: number): number {
  const weeks = Math.floor((wall - MONDAY_MS) / WEEK_MS);
  const rest = wall - MONDAY_MS - weeks * WEEK_MS;
  let index = from.length - 1;
  while (index >= 0 && (from[index] ?? 0) > rest) index -= 1;
  if (index < 0) return weeks * total;
  return weeks * total + (before[index] ?? 0) + Math.min(rest, to[index] ?? 0) - (from[index] ?? 0);
}

/** The first wall time by which `open` ms of plain weeks have passed. The week must not be empty. */
export function wallAfter({ total, from, before }: Week, open: number): number {
  const weeks = Math.ceil(open / total) - 1;
  const rest = open - weeks * total;
  let index = from.length - 1;
  while (index > 0 && (before[index] ?? 0) >= rest) index -= 1;
  return MONDAY_MS + weeks * WEEK_MS + (from[index] ?? 0) + rest - (before[index] ?? 0);
}
