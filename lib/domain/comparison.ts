import { addDays, type Day, type Days, dayOf, daysBetween } from "./day.ts";
import type { ScorecardQuery } from "./scorecard-query.ts";
import type { ConversionWindow } from "./stage.ts";

/** Days after the start at which both sides of a comparison are looked at. */
export type Age = Exclude<ConversionWindow, "any">;

/** How many conversations of a cohort are at least so many days old. */
export type Mature = (age: Age) => number;

/** Ages to fall back to where too few conversations are as old as the conversion window. */
const SHORTER: readonly Age[] = [14, 7, 1];

/** The window of the same length that ends the day before `from`. */
export function previousWindow(from: Day, to: Day): { from: Day; to: Day } {
  return { from: addDays(from, -daysBetween(from, to)), to: addDays(from, -1) };
}

/**
 * The age at which a comparison is made: the conversion window ("any" is 90 days) or, where fewer than `minimum`
 * conversations are that old, the longest of 14, 7 and 1 days that enough are; null where none is.
 */
export function comparableAge(mature: Mature, window: ConversionWindow, minimum: number): Age | null {
  const longest: Age = window === "any" ? 90 : window;
  const hasEnough = (age: Age) => mature(age) >= minimum;
  return [longest, ...SHORTER.filter((age) => age < longest)].find(hasEnough) ?? null;
}

/** The last day all of whose conversations have reached an age by now. */
export const lastDayOfAge = (age: Age, now: number, timeZone: string): Day =>
  addDays(dayOf(now - age * 86_400_000, timeZone), -1);

/** The days of a window whose conversations have all reached an age that enough have reached. */
export interface AgedWindow {
  age: Age;
  days: Days;
}

/** Where a window is compared, ranked and measured by targets; null where too few are old enough. */
export function agedWindow(
  mature: Mature,
  { from, to, timeZone, window, minimum }: ScorecardQuery,
  now: number,
): AgedWindow | null {
  const age = comparableAge(mature, window, minimum);
  if (age === null) return null;
  const last = lastDayOfAge(age, now, timeZone);
  return last < from ? null : { age, days: { from, to: last < to ? last : to } };
}

/** How many more conversations must be a day old before anything can be compared; at least one. */
export const missingToCompare = (mature: Mature, { minimum }: Pick<ScorecardQuery, "minimum">): number =>
  Math.max(1, minimum - mature(1));
