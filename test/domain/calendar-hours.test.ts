import { describe, expect, it } from "vitest";
import { type Hours, readHours } from "#lib/domain/calendar-hours.ts";
import { compileHours } from "#lib/domain/calendar.ts";
import { InvalidInput } from "#lib/domain/invalid.ts";

const plain: Hours = { timeZone: "UTC", weekly: { mon: [["09:00", "17:00"]] } };
const fieldOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof InvalidInput) return error.field;
    throw error;
  }
  return "nothing was refused";
};

describe("hours that cannot be used name their field", () => {
  it.each<[string, string, Partial<Hours>]>([
    ["an unknown zone", "timeZone", { timeZone: "Europe/Atlantis" }],
    ["an offset, which knows no summer time", "timeZone", { timeZone: "+02:00" }],
    [
      "an end before the start",
      "weekly.mon[1]",
      {
        weekly: {
          mon: [
            ["09:00", "12:00"],
            ["17:00", "13:00"],
          ],
        },
      },
    ],
    ["an empty window", "weekly.tue[0]", { weekly: { tue: [["09:00", "09:00"]] } }],
    [
      "overlapping windows",
      "weekly.mon",
      {
        weekly: {
          mon: [
            ["09:00", "12:00"],
            ["11:59", "13:00"],
          ],
        },
      },
    ],
    [
      "a window past midnight over the next day's",
      "weekly.mon",
      { weekly: { sun: [["22:00", "26:00"]], mon: [["01:00", "03:00"]] } },
    ],
    ["a window longer than a day", "weekly.mon[0]", { weekly: { mon: [["09:00", "33:01"]] } }],
    ["no time of the day", "weekly.mon[0]", { weekly: { mon: [["9:00", "17:00"]] } }],
    ["no minute of the hour", "weekly.mon[0]", { weekly: { mon: [["09:60", "17:00"]] } }],
    [
      "a shift that leaves its date",
      "shifts.2024-01-15[0]",
      { shifts: { "2024-01-15": [["21:00", "26:00"]] } },
    ],
    [
      "overlapping shifts",
      "shifts.2024-01-15",
      {
        shifts: {
          "2024-01-15": [
            ["09:00", "12:00"],
            ["10:00", "11:00"],
          ],
        },
      },
    ],
    ["a shift on no date", "shifts.2024-02-30", { shifts: { "2024-02-30": [] } }],
    ["a break on no date", "breaks.15.1.2024", { breaks: { "15.1.2024": [] } }],
    ["a holiday on no date", "holidays[1]", { holidays: ["2024-01-15", "2023-02-29"] }],
  ])("%s", (_, field, part) => {
    expect(fieldOf(() => readHours({ ...plain, ...part }))).toBe(field);
  });

  it("refuses a weekday that is none", () => {
    const weekly: Record<string, [string, string][]> = { montag: [["09:00", "17:00"]] };
    expect(fieldOf(() => readHours({ timeZone: "UTC", weekly }))).toBe("weekly.montag");
  });
});

describe("questions that cannot be answered name their field", () => {
  const calendar = compileHours(plain);
  const monday = Date.UTC(2024, 0, 15);
  it.each<[string, () => unknown]>([
    ["start", () => calendar.deadline(Number.NaN, 0)],
    ["start", () => calendar.elapsed(Date.UTC(1899, 0, 1), monday)],
    ["end", () => calendar.elapsed(monday, Date.UTC(2501, 0, 1))],
    ["at", () => calendar.openAt(Number.POSITIVE_INFINITY)],
    ["target", () => calendar.deadline(monday, -1)],
    ["target", () => calendar.deadline(monday, Number.POSITIVE_INFINITY)],
    ["target", () => calendar.deadline(monday, 600 * 365 * 86_400_000)],
    ["pauses", () => calendar.deadline(monday, 1, [{ from: monday, to: monday - 1 }])],
  ])("%s", (field, ask) => {
    expect(fieldOf(ask)).toBe(field);
  });
});

describe("windows past midnight", () => {
  it("are two pieces, each of its own date: a holiday closes only its own", () => {
    const monday = Date.UTC(2024, 0, 15);
    const hours: Hours = { timeZone: "UTC", weekly: { mon: [["21:00", "26:00"]] } };
    const open = (holidays: string[]) =>
      compileHours({ ...hours, holidays }).elapsed(monday, monday + 2 * 86_400_000) / 3_600_000;
    expect([open([]), open(["2024-01-15"]), open(["2024-01-16"])]).toEqual([5, 2, 3]);
  });

  it("go on from Sunday to Monday", () => {
    const calendar = compileHours({ timeZone: "UTC", weekly: { sun: [["23:00", "25:00"]] } });
    expect(calendar.openAt(Date.UTC(2024, 0, 15, 0, 59))).toBe(true);
    expect(calendar.openAt(Date.UTC(2024, 0, 15, 1))).toBe(false);
  });
});
