import type { ResponseRules } from "./response-due.ts";
import { countsOf } from "./scorecard-part.ts";
import type { Counted } from "./scorecard-query.ts";
import { report, type ReportInput, type Scorecard } from "./scorecard-report.ts";
import { responseTimes } from "./scorecard-response.ts";

export interface ScorecardInput extends Omit<ReportInput, "counts"> {
  conversations: readonly Counted[];
  /** Those of the window before, as long and just before it. */
  previous?: readonly Counted[];
  /** Those in which somebody may have waited in the window, whenever they began. */
  active?: readonly Counted[];
  /** Hours and targets; null leaves response times out. */
  response?: ResponseRules | null;
}

/** The report of conversations that are all at hand. */
export function scorecard({
  conversations,
  previous = [],
  active = conversations,
  response = null,
  ...input
}: ScorecardInput): Scorecard {
  const { query, now } = input;
  const counts = countsOf({ conversations, previous }, query, now);
  return report({
    ...input,
    counts: { ...counts, responseTimes: response && responseTimes(active, query, response, now) },
  });
}
