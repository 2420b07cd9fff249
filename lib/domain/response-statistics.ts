import { type Day, dayOf } from "./day.ts";
import { type Figure, rate } from "./figure.ts";
import { quantile } from "./quantile.ts";
import type { Metric } from "./response-target.ts";
import type { Clock } from "./response-time.ts";

/** How fast one thing was done. Times are ms on the targets' own clock, of those answered; null where none was. */
export interface ResponseFigures {
  /** Share in time: met, of those met or missed. A miss counts whether or not it was answered later. */
  inTime: Figure;
  medianMs: number | null;
  p90Ms: number | null;
  answered: number;
  /** Beside the median: ended without the answer that was asked for, and not ended yet. */
  unanswered: number;
  running: number;
  /** Known worse than to the minute: in no other figure. */
  inexact: number;
}

/** What is counted of one metric, beside the times themselves. */
export type ResponseCounts = Omit<ResponseFigures, "inTime" | "medianMs" | "p90Ms"> & {
  met: number;
  missed: number;
};

/**
 * The figures of one metric (definitions, Response times).
 * @param minimum clocks below which the share in time is "not enough yet"
 */
export function responseFigures(clocks: readonly Clock[], metric: Metric, minimum: number): ResponseFigures {
  const mine = clocks.filter((clock) => clock.metric === metric);
  const exact = mine.filter(({ inexact }) => !inexact);
  const took = exact.flatMap(({ tookMs }) => tookMs ?? []);
  const count = (state: Clock["state"]) => exact.filter((clock) => clock.state === state).length;
  const running = exact.filter(({ endedAt }) => endedAt === null).length;
  return figuresOf(
    {
      met: count("met"),
      missed: count("missed"),
      answered: took.length,
      unanswered: exact.length - took.length - running,
      running,
      inexact: mine.length - exact.length,
    },
    (share) => quantile(took, share),
    minimum,
  );
}

/**
 * The same of what was counted already.
 * @param timeAt a quantile (0 to 1) of the times of those answered, ms; null without one
 */
export const figuresOf = (
  { met, missed, ...counts }: ResponseCounts,
  timeAt: (share: number) => number | null,
  minimum: number,
): ResponseFigures => ({
  inTime: rate(met, met + missed, { minimum, immature: 0 }),
  medianMs: timeAt(0.5),
  p90Ms: timeAt(0.9),
  ...counts,
});

/** The same by the day on which each clock started, in a time zone, days in order. */
export function responseFiguresByDay(
  clocks: readonly Clock[],
  metric: Metric,
  minimum: number,
  timeZone: string,
): { day: Day; figures: ResponseFigures }[] {
  const days = Map.groupBy(
    clocks.filter((clock) => clock.metric === metric),
    ({ startedAt }) => dayOf(startedAt, timeZone),
  );
  return [...days]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, mine]) => ({ day, figures: responseFigures(mine, metric, minimum) }));
}
