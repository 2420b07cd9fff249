import { DAY_MS, type DayRules, weekdayOf } from "./calendar-hours.ts";
import { instantOf, isSkipped, type Zone } from "./calendar-zone.ts";
import { type Span, union, without } from "./span.ts";

/** What says when a date is open, strongest first. */
export type DayRule = "skipped" | "holiday" | "shift" | "weekly";

/** One local date in instants (epoch ms). */
export interface DayPlan {
  /** Days since 1970-01-01. */
  day: number;
  startsAt: number;
  rule: DayRule;
  /** The hours of the date before breaks, and the breaks. */
  windows: Span[];
  breaks: Span[];
  open: Span[];
}

/**
 * When a date is open. Each end of a window or break becomes an instant by itself; what then ends at or before its
 * start is empty (definitions, Business hours).
 */
export function planOf(rules: DayRules, zone: Zone, day: number): DayPlan {
  const rule = ruleOf(rules, zone, day);
  const toInstants = (spans: readonly Span[] = []) =>
    union(
      spans.map(({ from, to }) => ({
        from: instantOf(zone, day * DAY_MS + from),
        to: instantOf(zone, day * DAY_MS + to),
      })),
    );
  const hours = rule === "shift" ? rules.shifts.get(day) : rules.weekly[weekdayOf(day)];
  const windows = rule === "skipped" || rule === "holiday" ? [] : toInstants(hours);
  const breaks = toInstants(rules.breaks.get(day));
  return {
    day,
    startsAt: instantOf(zone, day * DAY_MS),
    rule,
    windows,
    breaks,
    open: without(windows, breaks),
  };
}

function ruleOf(rules: DayRules, zone: Zone, day: number): DayRule {
  if (isSkipped(zone, day)) return "skipped";
  if (rules.holidays.has(day)) return "holiday";
  return rules.shifts.has(day) ? "shift" : "weekly";
}
