import { offsetAt, zoneOf } from "#lib/domain/calendar-zone.ts";
import type { Day } from "#lib/domain/day.ts";

const DAY_MS = 86_400_000;
/** Most instants lie between these: the zone's table is read once. */
const USUAL = { from: Date.UTC(2020), to: Date.UTC(2040) };

/** The number of the day, counted from 1970-01-01, that holds an instant in a time zone. */
export function dayNumberAt(at: number, timeZone: string): number {
  const zone = zoneOf(timeZone, Math.min(at, USUAL.from), Math.max(at, USUAL.to));
  return Math.floor((at + offsetAt(zone, at)) / DAY_MS);
}

/** The same of a day by its name, and back. */
export const numberOfDay = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
export const dayOfNumber = (number: number): Day => new Date(number * DAY_MS).toISOString().slice(0, 10);
