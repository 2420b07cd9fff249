import type { DayPlan } from "./calendar-day.ts";
import type { Hours } from "./calendar-hours.ts";
import { EARLIEST, LATEST, type Timeline, timelineOf, wallTimeline } from "./calendar-timeline.ts";
import { InvalidInput } from "./invalid.ts";
import { type Span, union } from "./span.ts";

/**
 * Answers about open time. Instants are epoch ms, from the year 1900 to 2500; durations are ms. Pauses are stretches
 * that do not count, in or out of hours, in any order; `to` may be Infinity. Throws InvalidInput naming `at`, `start`,
 * `end`, `target` or `pauses`.
 */
export interface Calendar {
  /** Whether an instant is open: the opening instant is, the closing instant is not. */
  openAt(at: number): boolean;
  /** Open, unpaused ms in `[start, end)`; 0 where `end` is not after `start`. */
  elapsed(start: number, end: number, pauses?: readonly Span[]): number;
  /**
   * The first instant at which `target` open, unpaused ms have passed; it may be the closing instant, or that in which
   * a pause begins. A target of 0 is due at the first open, unpaused instant. Null where that much never comes.
   */
  deadline(start: number, target: number, pauses?: readonly Span[]): number | null;
  /** The first open, unpaused instant at or after `at`; null where there is none. */
  nextOpening(at: number, pauses?: readonly Span[]): number | null;
  /** The dates that touch `[from, to)` and what is open on each; none on the wall clock, where all time counts. */
  plans(from: number, to: number): DayPlan[];
}

/** Business hours made ready; keep it, as it remembers what it worked out. Throws InvalidInput naming the field. */
export const compileHours = (hours: Hours): Calendar => calendarOf(timelineOf(hours));

/** Every ms counts. */
export const WALL_CLOCK: Calendar = calendarOf(wallTimeline);

const NONE: readonly Span[] = [];

function calendarOf({ measure, after, plans }: Timeline): Calendar {
  /** The first instant at which `left` open ms have passed; 0 asks for the first open instant. */
  const due = (from: number, left: number): number | null => {
    if (left > 0) return after(from, left);
    const next = after(from, 1);
    return next === null ? null : next - 1;
  };
  const dueUnpaused = (start: number, target: number, pauses: readonly Span[]): number | null => {
    let [cursor, left] = [start, target];
    for (const { from, to } of inOrder(pauses)) {
      if (to <= cursor) continue;
      const at = due(cursor, left);
      if (at === null || at < from || (at === from && left > 0)) return at;
      if (from > cursor) left -= measure(cursor, from);
      if (to > LATEST) return null;
      cursor = to;
    }
    return due(cursor, left);
  };
  return {
    openAt(at) {
      checkInstant("at", at);
      return measure(at, at + 1) > 0;
    },
    elapsed(start, end, pauses = NONE) {
      checkInstant("start", start);
      checkInstant("end", end);
      if (end <= start) return 0;
      if (pauses.length === 0) return measure(start, end);
      const paused = inOrder(pauses)
        .map(({ from, to }) => ({ from: Math.max(from, start), to: Math.min(to, end) }))
        .filter(({ from, to }) => from < to);
      return paused.reduce((open, { from, to }) => open - measure(from, to), measure(start, end));
    },
    deadline(start, target, pauses = NONE) {
      checkInstant("start", start);
      if (!(target >= 0 && target < Number.POSITIVE_INFINITY))
        throw new InvalidInput("target", "A target is a length of time in milliseconds, 0 or more.");
      return pauses.length === 0 ? due(start, target) : dueUnpaused(start, target, pauses);
    },
    nextOpening(at, pauses = NONE) {
      checkInstant("at", at);
      return dueUnpaused(at, 0, pauses);
    },
    plans(from, to) {
      checkInstant("start", from);
      checkInstant("end", to);
      return plans(from, to);
    },
  };
}

function checkInstant(field: string, at: number): void {
  if (!(at >= EARLIEST && at <= LATEST))
    throw new InvalidInput(field, "The instant must be epoch milliseconds between the years 1900 and 2500.");
}

function inOrder(pauses: readonly Span[]): readonly Span[] {
  if (pauses.length === 0) return NONE;
  if (pauses.some(({ from, to }) => !(from <= to)))
    throw new InvalidInput("pauses", "A pause ends before it starts. Give its two instants in order.");
  return union(pauses);
}
