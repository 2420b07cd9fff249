import type { Conversation } from "./conversation.ts";
import { addDays, startOfDay } from "./day.ts";
import { type ResponseFigures, responseFigures } from "./response-statistics.ts";
import { type Metric, METRICS } from "./response-target.ts";
import type { ResponseRules } from "./response-due.ts";
import { clocksOf } from "./response-time.ts";
import type { Counted, ScorecardQuery } from "./scorecard-query.ts";

/** When the last clock of a conversation started, epoch ms: no later window has any of it. */
export const lastClockAt = ({ start, waits, handoffs }: Conversation): number =>
  Math.max(start.at, waits.at(-1)?.startedAt ?? 0, ...handoffs.map(({ at }) => at));

/** How fast was answered: of the waits that started in the window, whenever their conversation did. */
export type ResponseTimes = Record<Metric, ResponseFigures>;

/**
 * The response times of a report (definitions, Response times: statistics belong to the day the wait started).
 * @param active conversations in which somebody may have waited in the window
 */
export function responseTimes(
  active: readonly Counted[],
  { from, to, timeZone, minimum }: ScorecardQuery,
  rules: ResponseRules,
  now: number,
): ResponseTimes {
  const [begin, end] = [startOfDay(from, timeZone), startOfDay(addDays(to, 1), timeZone)];
  const clocks = active
    .flatMap(({ thread, conversation }) => clocksOf(conversation, thread.channel, rules, now))
    .filter(({ startedAt }) => begin <= startedAt && startedAt < end);
  // safe because: there is one entry a metric.
  return Object.fromEntries(
    METRICS.map((metric) => [metric, responseFigures(clocks, metric, minimum)]),
  ) as ResponseTimes;
}
