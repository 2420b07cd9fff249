import { type Hours, type HoursWindow, WEEKDAYS } from "#lib/domain/calendar-hours.ts";
import { Temporal } from "#lib/domain/temporal.ts";

export const MINUTE = 60_000;

/** Every minute of a stretch, open or not, worked out date by date with Temporal alone: slow and plain. */
export interface Minutes {
  start: number;
  open: boolean[];
}

/** @param from a date; `days` local dates from it are laid out, with one more on either side */
export function minutesOf(hours: Hours, from: Temporal.PlainDate, days: number): Minutes {
  const first = from.subtract({ days: 2 });
  const start = first.toZonedDateTime(hours.timeZone).epochMilliseconds;
  const end = from.add({ days: days + 2 }).toZonedDateTime(hours.timeZone).epochMilliseconds;
  const open = Array.from({ length: Math.ceil((end - start) / MINUTE) }, () => false);
  for (let day = first; Temporal.PlainDate.compare(day, from.add({ days: days + 2 })) < 0;) {
    for (const at of openMinutesOf(hours, day)) {
      const index = (at - start) / MINUTE;
      if (index >= 0 && index < open.length) open[index] = true;
    }
    day = day.add({ days: 1 });
  }
  return { start, open };
}

function openMinutesOf(hours: Hours, day: Temporal.PlainDate): Set<number> {
  const date = day.toString();
  const isThere = day.toZonedDateTime(hours.timeZone).toPlainDate().equals(day);
  if (!isThere || hours.holidays?.includes(date)) return new Set();
  const windows = hours.shifts?.[date] ?? weeklyOf(hours, day.dayOfWeek);
  const minutes = new Set(windows.flatMap((window) => minutesBetween(hours.timeZone, day, window)));
  for (const window of hours.breaks?.[date] ?? [])
    for (const at of minutesBetween(hours.timeZone, day, window)) minutes.delete(at);
  return minutes;
}

/** The pieces that lie on a weekday: its own windows up to midnight, and what the day before left over. */
function weeklyOf({ weekly }: Hours, dayOfWeek: number): HoursWindow[] {
  const today = weekly[WEEKDAYS[dayOfWeek - 1] ?? "mon"] ?? [];
  const yesterday = weekly[WEEKDAYS[(dayOfWeek + 5) % 7] ?? "mon"] ?? [];
  const cut = today.map(([opens, closes]): HoursWindow => [opens, hourOf(closes) >= 24 ? "24:00" : closes]);
  const left = yesterday
    .filter(([, closes]) => hourOf(closes) >= 24)
    .map(([, closes]): HoursWindow => [
      "00:00",
      `${String(hourOf(closes) - 24).padStart(2, "0")}:${closes.slice(3)}`,
    ]);
  return [...cut, ...left];
}

const hourOf = (time: string): number => Number(time.slice(0, 2));

function minutesBetween(timeZone: string, day: Temporal.PlainDate, [opens, closes]: HoursWindow): number[] {
  const instant = (time: string) => {
    const [hour, minute] = [hourOf(time), Number(time.slice(3))];
    const wall = day.add({ days: Math.floor(hour / 24) }).toPlainDateTime({ hour: hour % 24, minute });
    return wall.toZonedDateTime(timeZone, { disambiguation: "compatible" }).epochMilliseconds;
  };
  const [from, to] = [instant(opens), instant(closes)];
  return Array.from({ length: Math.max(0, (to - from) / MINUTE) }, (_, index) => from + index * MINUTE);
}

export interface Pause {
  from: number;
  to: number;
}

const isPaused = (at: number, pauses: readonly Pause[]) =>
  pauses.some(({ from, to }) => from <= at && at < to);

/** Open, unpaused minutes between two instants on whole minutes. */
export function countMinutes(
  { start, open }: Minutes,
  from: number,
  to: number,
  pauses: readonly Pause[],
): number {
  let count = 0;
  for (let at = from; at < to; at += MINUTE)
    if (open[(at - start) / MINUTE] && !isPaused(at, pauses)) count += 1;
  return count;
}

/** The first instant by which `target` open, unpaused minutes have passed; undefined past the last minute laid out. */
export function walk(
  { start, open }: Minutes,
  from: number,
  target: number,
  pauses: readonly Pause[],
): number | undefined {
  let left = target;
  for (let at = from; at < start + open.length * MINUTE; at += MINUTE) {
    const counts = open[(at - start) / MINUTE] === true && !isPaused(at, pauses);
    if (target === 0 && counts) return at;
    if (counts) left -= 1;
    if (target > 0 && left === 0) return at + MINUTE;
  }
  return undefined;
}
