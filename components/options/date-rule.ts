import type { Hours, HoursWindow } from "#lib/domain/calendar-hours.ts";
import type { Day } from "#lib/domain/day.ts";
import { windowsText } from "./windows-text.ts";

/** What holds on one date instead of, or taken out of, its weekday's hours. */
export interface DateRule {
  day: Day;
  kind: "holiday" | "shift" | "break";
  /** None on a holiday; none in a shift is closed. */
  windows: readonly HoursWindow[];
}

export const KIND_NAMES: Record<DateRule["kind"], string> = {
  holiday: "Closed, a holiday",
  shift: "Other hours",
  break: "A break",
};

const entries = (dates: Hours["shifts"], kind: DateRule["kind"]): DateRule[] =>
  Object.entries(dates ?? {}).map(([day, windows]) => ({ day, kind, windows }));

/** All of them, by date. */
export const dateRulesOf = ({ holidays = [], shifts, breaks }: Hours): DateRule[] =>
  [
    ...holidays.map((day): DateRule => ({ day, kind: "holiday", windows: [] })),
    ...entries(shifts, "shift"),
    ...entries(breaks, "break"),
  ].toSorted((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));

const without = (dates: Record<Day, readonly HoursWindow[]>, gone: Day) =>
  Object.fromEntries(Object.entries(dates).filter(([day]) => day !== gone));

export function withoutDateRule(hours: Hours, { day, kind }: DateRule): Hours {
  const { holidays = [], shifts = {}, breaks = {} } = hours;
  if (kind === "holiday") return { ...hours, holidays: holidays.filter((one) => one !== day) };
  return kind === "shift"
    ? { ...hours, shifts: without(shifts, day) }
    : { ...hours, breaks: without(breaks, day) };
}

/** The hours with a rule; it takes the place of one of its kind and date. */
export function withDateRule(hours: Hours, { day, kind, windows }: DateRule): Hours {
  const { holidays = [], shifts = {}, breaks = {} } = hours;
  if (kind === "holiday") return { ...hours, holidays: [...new Set([...holidays, day])].toSorted() };
  return kind === "shift"
    ? { ...hours, shifts: { ...shifts, [day]: windows } }
    : { ...hours, breaks: { ...breaks, [day]: windows } };
}

/** "Closed, a holiday", "Other hours: 10:00–14:00". */
export const dateRuleWords = ({ kind, windows }: DateRule): string =>
  kind === "holiday" ? KIND_NAMES[kind] : `${KIND_NAMES[kind]}: ${windowsText(windows) || "closed"}`;
