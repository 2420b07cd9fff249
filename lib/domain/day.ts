import { InvalidInput } from "./invalid.ts";
import { Temporal } from "./temporal.ts";

/** A calendar day, `YYYY-MM-DD`; days compare and sort as text. */
export type Day = string;

const DAY_MS = 86_400_000;
const utc = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

/** Days from `from` to `to`, both counted. */
export const daysBetween = (from: Day, to: Day): number => Math.round((utc(to) - utc(from)) / DAY_MS) + 1;

/** The day so many days later; earlier where `days` is negative. Days of the calendar, in no time zone. */
export const addDays = (day: Day, days: number): Day =>
  new Date(utc(day) + days * DAY_MS).toISOString().slice(0, 10);

/** The first instant of a day in a time zone, epoch ms. Throws InvalidInput for an unknown zone or day. */
export function startOfDay(day: Day, timeZone: string): number {
  try {
    return Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds;
  } catch {
    throw new InvalidInput(
      isTimeZone(timeZone) ? "day" : "timeZone",
      `${day} in ${timeZone} is no day of a known time zone.`,
    );
  }
}

/** The day that holds an instant in a time zone. */
export const dayOf = (at: number, timeZone: string): Day =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();

/** Whether a name is an IANA time zone that this machine knows. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** A stretch of days, both ends counted. */
export interface Days {
  from: Day;
  to: Day;
}

/**
 * The share of a whole that falls on a part of its days, a whole number. Parts that follow on each other sum to the
 * whole: each is the difference of two rounded running sums.
 */
export function shareByDays(whole: number, term: Days, part: Days): number {
  const days = daysBetween(term.from, term.to);
  // By quotient and remainder, so that no product leaves the exact whole numbers.
  const until = (day: Day) => {
    const part = daysBetween(term.from, day);
    return Math.floor(whole / days) * part + Math.round(((whole % days) * part) / days);
  };
  return until(part.to) - until(addDays(part.from, -1));
}

/**
 * The instant (epoch ms) of a wall time `HH:MM` on a day in a time zone: one that does not exist moves later by the
 * length of the gap, one that comes twice is the first. Throws InvalidInput for an unknown zone, day or time.
 */
export function instantOf(day: Day, time: string, timeZone: string): number {
  try {
    return Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(timeZone).epochMilliseconds;
  } catch {
    throw new InvalidInput(
      isTimeZone(timeZone) ? "time" : "timeZone",
      `${day} ${time} in ${timeZone} is no time of a known time zone.`,
    );
  }
}
