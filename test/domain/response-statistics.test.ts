import { describe, expect, it } from "vitest";
import { quantile } from "#lib/domain/quantile.ts";
import { responseFigures, responseFiguresByDay } from "#lib/domain/response-statistics.ts";
import type { Clock } from "#lib/domain/response-time.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;

const clock = (part: Partial<Clock>): Clock => ({
  metric: "first_reply",
  startedAt: 0,
  from: 0,
  target: { seconds: 900, clock: "business" },
  deadline: 15 * MINUTE,
  soonAt: 12 * MINUTE,
  endedAt: 5 * MINUTE,
  state: "met",
  missedAt: null,
  tookMs: 5 * MINUTE,
  wallMs: 5 * MINUTE,
  inexact: false,
  ...part,
});
const met = (minutes: number) => clock({ tookMs: minutes * MINUTE });
const missed = (minutes: number) => clock({ state: "missed", tookMs: minutes * MINUTE });
const running = clock({ state: "due", endedAt: null, tookMs: null });
const runningLate = clock({ state: "missed", endedAt: null, tookMs: null });
const closed = clock({ state: "ended", tookMs: null });

describe("quantile", () => {
  // R: quantile(1:10, c(.5, .9)); quantile(c(1, 2, 4, 8), .9)
  it.each([
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.5, 5.5],
    [[10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 0.9, 9.1],
    [[1, 2, 4, 8], 0.9, 6.8],
    [[7], 0.9, 7],
  ])("of %j at %d", (values, share, expected) => {
    expect(quantile(values, share)).toBeCloseTo(expected, 12);
  });

  it("of nothing is nothing", () => {
    expect(quantile([], 0.5)).toBeNull();
  });
});

describe("response figures", () => {
  it("share in time counts every miss, and none that may still be met or was dropped in time", () => {
    const figures = responseFigures(
      [met(1), met(2), missed(20), runningLate, running, closed],
      "first_reply",
      4,
    );
    expect(figures.inTime).toMatchObject({ value: 0.5, numerator: 2, denominator: 4, state: "ok" });
    expect(figures).toMatchObject({ answered: 3, running: 2, unanswered: 1, medianMs: 2 * MINUTE });
  });

  it("leaves out what is known worse than to the minute, and counts it", () => {
    const figures = responseFigures([met(1), { ...missed(600), inexact: true }], "first_reply", 30);
    expect(figures).toMatchObject({ inexact: 1, answered: 1, p90Ms: MINUTE });
    expect(figures.inTime).toMatchObject({ value: 1, denominator: 1, state: "not_enough", needed: 29 });
  });

  it("says nothing of nothing", () => {
    const figures = responseFigures([met(1)], "handoff", 30);
    expect(figures).toMatchObject({ medianMs: null, p90Ms: null, answered: 0 });
    expect(figures.inTime).toMatchObject({ value: null, state: "no_data" });
  });

  it("belongs to the day the wait started, in the zone asked for", () => {
    const late = { ...met(10), startedAt: 2 * DAY - 1 };
    const days = (timeZone: string) =>
      responseFiguresByDay([late, met(1)], "first_reply", 1, timeZone).map(
        ({ day, figures }) => `${day} ${(figures.medianMs ?? 0) / MINUTE}`,
      );
    expect(days("UTC")).toEqual(["1970-01-01 1", "1970-01-02 10"]);
    expect(days("Asia/Tokyo")).toEqual(["1970-01-01 1", "1970-01-03 10"]);
  });
});
