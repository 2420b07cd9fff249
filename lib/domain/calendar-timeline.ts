import { type DayPlan, planOf } from "./calendar-day.ts";
import { DAY_MS, type Hours, readHours } from "./calendar-hours.ts";
import { firstAfter, openBefore, type Table, tableOf } from "./calendar-table.ts";
import { weekOf } from "./calendar-week.ts";
import { offsetAt, zoneOf } from "./calendar-zone.ts";
import { InvalidInput } from "./invalid.ts";

/** Instants that are answered for: from the year 1900 to the year 2500, epoch ms. */
export const EARLIEST = Date.UTC(1900, 0, 1);
export const LATEST = Date.UTC(2500, 0, 1);

const WEEK_MS = 7 * DAY_MS;
/** A table reaches this far beyond what was asked: the next question finds it ready. */
const DAYS_BEHIND = 400;
const DAYS_AHEAD = 11 * 366;
/** A zone's table reaches further still, so that no clock change at the edge of a table is missed. */
const ZONE_MARGIN_MS = 10 * DAY_MS;

/** Open time without pauses; instants are epoch ms between EARLIEST and LATEST. */
export interface Timeline {
  /** Open ms in `[from, to)`; `from` is not after `to`. */
  measure(from: number, to: number): number;
  /** The first instant by which `open` ms (more than 0) have passed since `from`; null where they never come. */
  after(from: number, open: number): number | null;
  /** The dates that touch `[from, to)` and what is open on each. */
  plans(from: number, to: number): DayPlan[];
}

/** Every ms counts, on every date. */
export const wallTimeline: Timeline = {
  measure: (from, to) => to - from,
  after: (from, open) => from + open,
  plans: () => [],
};

/** Throws InvalidInput naming the field of `hours` that cannot be used. */
export function timelineOf(hours: Hours): Timeline {
  const rules = readHours(hours);
  const week = weekOf(rules.weekly);
  const dated = [...rules.shifts.keys(), ...rules.breaks.keys(), ...rules.holidays];
  const earliestDated = dated.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const latestDated = dated.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  let table: Table | null = null;

  /** A table over these instants, all that was asked before and every dated day. */
  const grow = (from: number, to: number): Table => {
    const first = Math.floor(Math.min(from, table?.from ?? from) / DAY_MS) - DAYS_BEHIND;
    const last = Math.floor(Math.max(to, table?.to ?? to) / DAY_MS) + DAYS_AHEAD;
    const [firstDay, lastDay] = [Math.min(first, earliestDated - 1), Math.max(last, latestDated + 1)];
    const zone = zoneOf(
      rules.timeZone,
      firstDay * DAY_MS - ZONE_MARGIN_MS,
      lastDay * DAY_MS + ZONE_MARGIN_MS,
    );
    table = tableOf(rules, week, zone, firstDay, lastDay);
    return table;
  };
  const reaching = (from: number, to: number): Table =>
    table !== null && table.from <= from && to <= table.to ? table : grow(from, to);

  return {
    measure(from, to) {
      const known = reaching(from, to);
      return openBefore(known, to) - openBefore(known, from);
    },
    after(from, open) {
      let known = reaching(from, from);
      let goal = openBefore(known, from) + open;
      while (goal > known.total) {
        if (week.total === 0) return null;
        const to = known.to + ((goal - known.total) / week.total) * WEEK_MS;
        if (!(to <= LATEST))
          throw new InvalidInput(
            "target",
            "The target is not reached before the year 2500. Give a shorter one.",
          );
        known = grow(from, to);
        goal = openBefore(known, from) + open;
      }
      return firstAfter(known, goal);
    },
    plans(from, to) {
      const zone = zoneOf(rules.timeZone, from - ZONE_MARGIN_MS, to + ZONE_MARGIN_MS);
      const [first, last] = [from, to - 1].map((at) => Math.floor((at + offsetAt(zone, at)) / DAY_MS));
      const count = (last ?? 0) - (first ?? 0) + 1;
      return Array.from({ length: count }, (_, number) => planOf(rules, zone, (first ?? 0) + number));
    },
  };
}
