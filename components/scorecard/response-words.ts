import type { ResponseFigures } from "#lib/domain/response-statistics.ts";
import { count, duration, percent, percentFine } from "./numbers.ts";
import type { Defaults } from "./reading.ts";

/** The figures of one metric in words; what is not known says why. */
export interface ResponseSaid {
  inTime: string;
  /** "86 of 120". */
  of: string;
  /** "not enough yet, 12 more"; null where there are enough, or nobody waited. */
  state: string | null;
  interval: string | null;
  median: string;
  p90: string;
  /** Counted beside: not answered, waiting still, not exact enough. */
  beside: string[];
}

/** There is nothing to say yet. */
export const NONE = "none yet";

export function sayResponse({
  inTime,
  medianMs,
  p90Ms,
  unanswered,
  running,
  inexact,
}: ResponseFigures): ResponseSaid {
  const { value, low, high, numerator, denominator, state, needed } = inTime;
  return {
    inTime: value === null ? NONE : percent(value),
    of:
      denominator === 0
        ? "nobody was answered or missed yet"
        : `${count(numerator ?? 0)} of ${count(denominator)}`,
    state: state === "not_enough" ? `not enough yet, ${count(needed)} more` : null,
    interval: low === null || high === null ? null : `${percentFine(low)} to ${percentFine(high)}`,
    median: medianMs === null ? NONE : duration(medianMs),
    p90: p90Ms === null ? NONE : duration(p90Ms),
    beside: [
      ...(unanswered > 0 ? [`${count(unanswered)} unanswered`] : []),
      ...(running > 0 ? [`${count(running)} waiting`] : []),
      ...(inexact > 0 ? [`${count(inexact)} not exact enough`] : []),
    ],
  };
}

/** What is default still: the word is shown until somebody confirms it. */
export function defaultWords({ hours, targets }: Defaults): string | null {
  if (hours && targets) return "Default hours and targets";
  if (hours) return "Default hours";
  return targets ? "Default targets" : null;
}
