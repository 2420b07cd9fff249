import { addDays, type Day } from "./day.ts";

/** The windows of days that a report is asked for by name. */
export const RANGE_NAMES = ["today", "last_7", "last_30", "last_90", "this_month"] as const;
export type RangeName = (typeof RANGE_NAMES)[number];

/** A window by name, or by its days, both ends counted. */
export type ReportRange = RangeName | { from: Day; to: Day };

const LENGTHS: Record<Exclude<RangeName, "this_month">, number> = {
  today: 1,
  last_7: 7,
  last_30: 30,
  last_90: 90,
};

/** The days of a range; today is its last day. */
export function daysOf(range: ReportRange, today: Day): { from: Day; to: Day } {
  if (typeof range === "object") return { from: range.from, to: range.to };
  const from = range === "this_month" ? `${today.slice(0, 8)}01` : addDays(today, 1 - LENGTHS[range]);
  return { from, to: today };
}
