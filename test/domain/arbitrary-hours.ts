import fc from "fast-check";
import { type Hours, type HoursWindow, WEEKDAYS } from "#lib/domain/calendar-hours.ts";
import { Temporal } from "#lib/domain/temporal.ts";

/** Zones and dates around which their clocks, or their calendars, do something. */
const PLACES = [
  ["UTC", "2024-02-28"],
  ["America/New_York", "2024-03-10"],
  ["America/New_York", "2024-11-03"],
  ["Europe/Berlin", "2025-03-30"],
  // Half an hour of daylight saving.
  ["Australia/Lord_Howe", "2024-10-06"],
  ["Australia/Lord_Howe", "2024-04-07"],
  // The date line moved: 30 December 2011 was skipped.
  ["Pacific/Apia", "2011-12-30"],
  // A quarter of an hour, once and for all.
  ["Asia/Kathmandu", "1986-01-01"],
  // Midnight itself does not exist, or comes twice.
  ["America/Sao_Paulo", "2018-11-04"],
  ["America/Sao_Paulo", "2018-02-18"],
  ["America/Havana", "2024-11-03"],
  ["America/St_Johns", "2006-10-29"],
  ["Africa/Casablanca", "2024-03-10"],
  ["Antarctica/Troll", "2024-03-31"],
] as const;

const pad = (value: number) => String(value).padStart(2, "0");
const timeOf = (quarter: number) => `${pad(Math.floor(quarter / 4))}:${pad((quarter % 4) * 15)}`;

/** Windows without overlap between two quarters of an hour of the day. */
const windowsWithin = (first: number, last: number): fc.Arbitrary<HoursWindow[]> =>
  fc
    .uniqueArray(fc.integer({ min: first, max: last }), { maxLength: 6 })
    .map((cuts) => cuts.toSorted((a, b) => a - b))
    .map((cuts) =>
      cuts.flatMap((cut, index): HoursWindow[] =>
        index % 2 === 1 ? [[timeOf(cuts[index - 1] ?? 0), timeOf(cut)]] : [],
      ),
    );

/** A day's windows from 03:00, and at times a late one past midnight. */
const weekday = fc
  .tuple(windowsWithin(12, 88), fc.option(fc.integer({ min: 92, max: 108 })))
  .map(([windows, late]): HoursWindow[] => (late === null ? windows : [...windows, ["22:30", timeOf(late)]]));

export interface Setting {
  hours: Hours;
  around: Temporal.PlainDate;
}

export const settings: fc.Arbitrary<Setting> = fc.constantFrom(...PLACES).chain(([timeZone, date]) => {
  const around = Temporal.PlainDate.from(date);
  const day = fc.integer({ min: -5, max: 12 }).map((days) => around.add({ days }).toString());
  const dated = fc.dictionary(day, windowsWithin(0, 96), { maxKeys: 3, noNullPrototype: true });
  return fc.record({
    around: fc.constant(around),
    hours: fc.record({
      timeZone: fc.constant(timeZone),
      weekly: fc
        .tuple(...WEEKDAYS.map(() => weekday))
        .map((days) => Object.fromEntries(WEEKDAYS.map((name, index) => [name, days[index]]))),
      shifts: dated,
      breaks: dated,
      holidays: fc.array(day, { maxLength: 2 }),
    }),
  });
});

/** Minutes after midnight UTC of the date before. */
export const minute = fc.integer({ min: 0, max: 10 * 1440 });
