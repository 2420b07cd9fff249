import type { Day } from "./day.ts";
import { isTimeZone } from "./day.ts";
import { InvalidInput } from "./invalid.ts";
import { type Span, union } from "./span.ts";

export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Local wall times `HH:MM`, the opening included, the closing excluded; `24:00` is the next midnight. */
export type HoursWindow = readonly [opens: string, closes: string];

/**
 * Business hours (definitions, Response times). A weekly window past midnight counts on, `["21:00", "26:00"]`, and is
 * two pieces, each of its own date. Shifts replace the weekly hours of their date, breaks are taken out, holidays are
 * closed whatever else is said.
 */
export interface Hours {
  /** IANA name; the only zone in which windows and dates are read. */
  timeZone: string;
  weekly: Partial<Record<Weekday, readonly HoursWindow[]>>;
  shifts?: Readonly<Record<Day, readonly HoursWindow[]>> | undefined;
  breaks?: Readonly<Record<Day, readonly HoursWindow[]>> | undefined;
  holidays?: readonly Day[] | undefined;
}

export const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Hours as the calendar works with them: windows in ms after local midnight, dates in days since 1970-01-01. */
export interface DayRules {
  timeZone: string;
  /** Seven lists, Monday first, each in order and without overlap. */
  weekly: readonly (readonly Span[])[];
  shifts: ReadonlyMap<number, readonly Span[]>;
  breaks: ReadonlyMap<number, readonly Span[]>;
  holidays: ReadonlySet<number>;
}

/**
 * Reads hours. Throws InvalidInput naming the field: `timeZone` unknown, a window (`weekly.mon[0]`) that is no pair of
 * wall times, ends at or before its start or overlaps another, a date (`holidays[2]`, `shifts.2024-02-30`) that is none.
 */
export function readHours({ timeZone, weekly, shifts, breaks, holidays }: Hours): DayRules {
  if (!/^[A-Z]/i.test(timeZone) || !isTimeZone(timeZone))
    throw new InvalidInput("timeZone", `"${timeZone}" is no time zone. Give an IANA name, as Europe/Berlin.`);
  return {
    timeZone,
    weekly: readWeek(weekly),
    shifts: readDates("shifts", shifts, (windows, field) => inOrder(windows, field)),
    breaks: readDates("breaks", breaks, (windows) => union(windows)),
    holidays: new Set((holidays ?? []).map((day, index) => readDay(day, `holidays[${index}]`))),
  };
}

/** The day's number since 1970-01-01. Throws InvalidInput where it is no date of the calendar. */
function readDay(day: Day, field: string): number {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(at) || dayText(at / DAY_MS) !== day)
    throw new InvalidInput(field, `"${day}" is no date. Write it as 2026-12-25.`);
  return at / DAY_MS;
}

/** `YYYY-MM-DD` of a day's number. */
export const dayText = (day: number): Day => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** 0 for Monday; 1970-01-01 was a Thursday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

function readWeek(weekly: Hours["weekly"]): Span[][] {
  for (const name of Object.keys(weekly))
    if (!WEEKDAYS.some((day) => day === name))
      throw new InvalidInput(
        `weekly.${name}`,
        `"${name}" is no day of the week. Use ${WEEKDAYS.join(", ")}.`,
      );
  const days: Span[][] = WEEKDAYS.map(() => []);
  for (const [number, day] of WEEKDAYS.entries())
    for (const { from, to } of readWindows(weekly[day], `weekly.${day}`, 2 * DAY_MS)) {
      days[number]?.push({ from, to: Math.min(to, DAY_MS) });
      if (to > DAY_MS) days[(number + 1) % 7]?.push({ from: Math.max(0, from - DAY_MS), to: to - DAY_MS });
    }
  return days.map((spans, number) => inOrder(spans, `weekly.${WEEKDAYS[number]}`));
}

function readDates(
  name: string,
  dates: Hours["shifts"],
  tidy: (spans: Span[], field: string) => Span[],
): Map<number, Span[]> {
  const entries = Object.entries(dates ?? {}).map(([day, windows]): [number, Span[]] => {
    const field = `${name}.${day}`;
    return [readDay(day, field), tidy(readWindows(windows, field, DAY_MS), field)];
  });
  return new Map(entries);
}

function readWindows(windows: readonly HoursWindow[] | undefined, field: string, latest: number): Span[] {
  return (windows ?? []).map(([opens, closes], index) => {
    const at = `${field}[${index}]`;
    const span = { from: readTime(opens, at), to: readTime(closes, at) };
    if (span.to <= span.from)
      throw new InvalidInput(
        at,
        `${opens} to ${closes} ends before it starts. Write a weekly window past midnight on: 21:00 to 26:00.`,
      );
    if (span.from >= DAY_MS || span.to > latest || span.to - span.from > DAY_MS)
      throw new InvalidInput(at, `${opens} to ${closes} leaves its date. Write the rest on the next date.`);
    return span;
  });
}

function readTime(text: string, field: string): number {
  const [, hours, minutes] = /^(\d{2}):([0-5]\d)$/.exec(text) ?? [];
  if (hours === undefined || minutes === undefined)
    throw new InvalidInput(field, `"${text}" is no time of the day. Write it as 09:30.`);
  return (Number(hours) * 60 + Number(minutes)) * MINUTE_MS;
}

/** Windows may touch, never overlap: which of the two was meant is not for us to say. */
function inOrder(spans: Span[], field: string): Span[] {
  const sorted = spans.toSorted((a, b) => a.from - b.from);
  if (sorted.some(({ from }, index) => from < (sorted[index - 1]?.to ?? 0)))
    throw new InvalidInput(field, "Two windows overlap. Make one of them, or end the first earlier.");
  return union(sorted);
}
