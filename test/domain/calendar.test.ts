import { describe, expect, it } from "vitest";
import { explainDeadline } from "#lib/domain/calendar-explain.ts";
import type { Hours, HoursWindow } from "#lib/domain/calendar-hours.ts";
import { compileHours, WALL_CLOCK } from "#lib/domain/calendar.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const at = (text: string) => Date.parse(text);
const text = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString());

const split: HoursWindow[] = [
  ["08:00", "12:00"],
  ["13:30", "18:00"],
];
const office: Hours = {
  timeZone: "Europe/Berlin",
  weekly: { mon: split, tue: split, wed: split, thu: split, fri: split },
};

describe("a calendar", () => {
  it("has no deadline where only past shifts were open", () => {
    const calendar = compileHours({
      timeZone: "UTC",
      weekly: {},
      shifts: { "2024-01-15": [["09:00", "10:00"]], "2031-01-15": [["09:00", "10:00"]] },
    });
    expect(text(calendar.deadline(at("2024-01-15T09:30:00Z"), HOUR))).toBe("2031-01-15T09:30:00.000Z");
    expect(calendar.deadline(at("2031-01-15T10:00:00Z"), 1)).toBeNull();
    expect(calendar.nextOpening(at("2031-01-15T10:00:00Z"))).toBeNull();
  });

  it("has no deadline while a pause has no end, unless it was due before", () => {
    const calendar = compileHours(office);
    const start = at("2024-01-15T09:00:00+01:00");
    const pauses = [{ from: start + HOUR, to: Number.POSITIVE_INFINITY }];
    expect(calendar.deadline(start, HOUR, pauses)).toBe(start + HOUR);
    expect(calendar.deadline(start, HOUR + 1, pauses)).toBeNull();
    expect(calendar.elapsed(start, start + 30 * DAY, pauses)).toBe(HOUR);
    expect(calendar.nextOpening(start + 2 * HOUR, pauses)).toBeNull();
  });

  it("opens after a pause that begins in the very instant of opening", () => {
    const eight = at("2024-01-15T08:00:00+01:00");
    const pauses = [{ from: eight, to: eight + HOUR }];
    expect(compileHours(office).nextOpening(eight - HOUR, pauses)).toBe(eight + HOUR);
    expect(compileHours(office).deadline(eight - HOUR, 0, pauses)).toBe(eight + HOUR);
  });

  it("reaches over centuries", () => {
    const calendar = compileHours({ timeZone: "America/New_York", weekly: { mon: [["09:00", "10:00"]] } });
    const start = at("2024-01-15T14:00:00Z");
    // 5,216 weeks, that is 36,512 days, after the first Monday.
    const due = calendar.deadline(start, 5_217 * HOUR) ?? 0;
    expect(text(due)).toBe("2124-01-03T15:00:00.000Z");
    expect(calendar.elapsed(start, due)).toBe(5_217 * HOUR);
  });

  it("counts every millisecond of the wall clock", () => {
    expect(WALL_CLOCK.deadline(10, 5, [{ from: 12, to: 20 }])).toBe(23);
    expect(WALL_CLOCK.elapsed(10, 23, [{ from: 12, to: 20 }])).toBe(5);
    expect(WALL_CLOCK.openAt(0)).toBe(true);
  });
});

const kinds = (hours: Hours, start: string, target: number, pauses: [string, string][] = []) =>
  explainDeadline(
    compileHours(hours),
    at(start),
    target,
    pauses.map(([from, to]) => ({ from: at(from), to: at(to) })),
  ).steps.map((step) => {
    if (step.kind === "closed")
      return `closed ${step.reasons.map(({ why, day }) => (day ? `${why} ${day}` : why)).join(", ")}`;
    return "countedMs" in step ? `${step.kind} ${step.countedMs / HOUR}` : step.kind;
  });

describe("why this time", () => {
  it("tells lunch, the night, the weekend and a holiday", () => {
    const hours = { ...office, holidays: ["2024-01-22"] };
    expect(kinds(hours, "2024-01-19T11:00:00+01:00", 6 * HOUR)).toEqual([
      "started",
      "opened 1",
      "closed lunch 2024-01-19",
      "opened 5.5",
      "closed after_hours, weekend 2024-01-20, weekend 2024-01-21, holiday 2024-01-22",
      "opened 6",
      "target_reached 6",
    ]);
  });

  it("tells breaks, shifts, days off and pauses", () => {
    const hours: Hours = {
      timeZone: "UTC",
      weekly: { mon: [["09:00", "17:00"]], wed: [["09:00", "17:00"]], thu: [["09:00", "17:00"]] },
      shifts: { "2024-01-17": [] },
      breaks: { "2024-01-15": [["11:00", "12:00"]] },
    };
    const pauses: [string, string][] = [["2024-01-15T13:00:00Z", "2024-01-15T14:00:00Z"]];
    expect(kinds(hours, "2024-01-15T08:00:00Z", 7 * HOUR, pauses)).toEqual([
      "started",
      "closed after_hours",
      "opened 2",
      "closed break 2024-01-15",
      "opened 3",
      "closed paused",
      "opened 6",
      "closed after_hours, day_off 2024-01-16, shift 2024-01-17",
      "opened 7",
      "target_reached 7",
    ]);
  });

  it("tells of a date that the zone skipped", () => {
    const apia: Hours = {
      timeZone: "Pacific/Apia",
      weekly: { thu: [["09:00", "17:00"]], sat: [["09:00", "10:00"]] },
    };
    expect(kinds(apia, "2011-12-29T16:00:00-10:00", 2 * HOUR)).toEqual([
      "started",
      "opened 1",
      "closed after_hours, skipped_date 2011-12-30",
      "opened 2",
      "target_reached 2",
    ]);
  });

  it("says when nothing is ever open", () => {
    expect(kinds({ timeZone: "UTC", weekly: {} }, "2024-01-15T08:00:00Z", HOUR)).toEqual([
      "started",
      "never_open",
    ]);
  });

  it("tells a long way by its ends, and the sums agree", () => {
    const { deadline, steps } = explainDeadline(
      compileHours(office),
      at("2024-01-01T00:00:00Z"),
      2_000 * HOUR,
    );
    expect(steps.length).toBeLessThan(80);
    expect(steps.filter(({ kind }) => kind === "went_on")).toHaveLength(1);
    const counted = steps.flatMap((step) => ("countedMs" in step ? step.countedMs : []));
    expect(counted).toEqual(counted.toSorted((a, b) => a - b));
    expect(steps.at(-1)).toEqual({ kind: "target_reached", at: deadline, countedMs: 2_000 * HOUR });
  });
});
