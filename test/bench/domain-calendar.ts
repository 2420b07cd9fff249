import type { Hours, HoursWindow } from "#lib/domain/calendar-hours.ts";
import { type Calendar, compileHours } from "#lib/domain/calendar.ts";
import { milliseconds, nanoseconds, nanosecondsOfEach, perSecond, type Work } from "#test/bench/measure.ts";
import * as reference from "#test/bench/moment-business.ts";
import { atLeast, atMost, below, type Row } from "#test/bench/row.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const FIRST = Date.UTC(2024, 0, 1, 7);
const TEN_YEARS = 3_652;

/** Starts in and out of hours, on whole minutes. */
const STARTS = Array.from({ length: 64 }, (_, index) => FIRST + index * (5 * HOUR + 7 * 60_000));
const startOf = (turn: number): number => STARTS[turn % STARTS.length] ?? FIRST;

const SPANS = [
  [1, "1 day"],
  [30, "30 days"],
  [365, "1 year"],
] as const;

/** Spans from a minute to ten years, in days, for our own slowest and fastest. */
const ALL_SPANS = [1 / 1440, 1 / 24, 1, 30, 365, TEN_YEARS];

const weekday: HoursWindow[] = [["09:00", "17:00"]];
const weekly = { mon: weekday, tue: weekday, wed: weekday, thu: weekday, fri: weekday };

/** So many holidays a year, spread over its months. */
const holidaysOf = (perYear: number): string[] =>
  Array.from({ length: 12 }, (_, year) =>
    Array.from(
      { length: perYear },
      (_, month) => `${2024 + year}-${String(month + 1).padStart(2, "0")}-1${month}`,
    ),
  ).flat();

/** Working time in about so many days, whole minutes. */
const targetOf = (days: number): number => Math.max(1, Math.round(((days * 5) / 7) * 8 * 60)) * 60_000;

export const rows = (): Row[] => [
  firstDeadlines(),
  ...["UTC", "America/New_York"].flatMap((timeZone) =>
    [0, 10].flatMap((perYear) => rowsOf({ timeZone, weekly, holidays: holidaysOf(perYear) }, perYear)),
  ),
];

/** Zones that nothing in this process has asked for yet. */
function firstDeadlines(): Row {
  const zones = [
    "America/New_York",
    "Europe/Berlin",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "Africa/Casablanca",
  ];
  const times = zones.map((timeZone) =>
    milliseconds(() => compileHours({ timeZone, weekly, holidays: holidaysOf(10) }).deadline(FIRST, HOUR)),
  );
  return below(
    `first deadline in a new time zone, slowest of ${zones.length}`,
    "ms",
    Math.max(...times),
    100,
  );
}

function rowsOf(hours: Hours, perYear: number): Row[] {
  const calendar = compileHours(hours);
  const where = `${hours.timeZone}, ${perYear} holidays a year`;
  reference.setHours(hours.holidays ?? []);
  const beside = SPANS.flatMap(([days, name]) =>
    besideReference(calendar, hours.timeZone, days, `${name}, ${where}`, perYear),
  );
  return [...beside, ...besideOurselves(calendar, where)];
}

function besideReference(
  calendar: Calendar,
  timeZone: string,
  days: number,
  name: string,
  perYear: number,
): Row[] {
  const target = targetOf(days);
  checkEqual(calendar, timeZone, days);
  const least = perYear === 0 ? 20 : null;
  const row = (metric: string, ours: number, theirs: number) =>
    atLeast(
      {
        metric: `${metric} over ${name}`,
        unit: "a second",
        ours: perSecond(ours),
        reference: perSecond(theirs),
        referenceName: "moment-business-time",
      },
      least,
    );
  return [
    row(
      "deadlines",
      nanoseconds((turn) => calendar.deadline(startOf(turn), target)),
      nanoseconds((turn) => reference.deadline(timeZone, startOf(turn), target)),
    ),
    row(
      "elapsed times",
      nanoseconds((turn) => calendar.elapsed(startOf(turn), startOf(turn) + days * DAY)),
      nanoseconds((turn) => reference.elapsed(timeZone, startOf(turn), startOf(turn) + days * DAY)),
    ),
  ];
}

/** A faster wrong answer is none: both must say the same, for fewer starts where the other takes its time. */
function checkEqual(calendar: Calendar, timeZone: string, days: number): void {
  const target = targetOf(days);
  for (const start of STARTS.filter((_, index) => days < 30 || index % 8 === 0)) {
    const due = reference.deadline(timeZone, start, target);
    const open = reference.elapsed(timeZone, start, start + days * DAY);
    if (calendar.deadline(start, target) !== due || calendar.elapsed(start, start + days * DAY) !== open)
      throw new Error(
        `The answers differ in ${timeZone} from ${new Date(start).toISOString()} over ${days} days.`,
      );
  }
}

function besideOurselves(calendar: Calendar, where: string): Row[] {
  const spread = (metric: string, ask: (days: number) => Work) => {
    const times = nanosecondsOfEach(ALL_SPANS.map(ask));
    const [slowest, fastest] = [Math.max(...times), Math.min(...times)];
    return atMost(
      {
        metric: `${metric}, slowest span of 1 minute to 10 years, ${where}`,
        unit: "ns",
        ours: slowest,
        reference: fastest,
        referenceName: "our fastest span",
      },
      3,
    );
  };
  const tenYears = targetOf(TEN_YEARS);
  return [
    spread("deadline", (days) => {
      const target = targetOf(days);
      return (turn) => calendar.deadline(startOf(turn), target);
    }),
    spread("elapsed", (days) => (turn) => calendar.elapsed(startOf(turn), startOf(turn) + days * DAY)),
    below(
      `deadline ten years away, ${where}`,
      "ms",
      nanoseconds((turn) => calendar.deadline(startOf(turn), tenYears)) / 1e6,
      0.1,
    ),
  ];
}
