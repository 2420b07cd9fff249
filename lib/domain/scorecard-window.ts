import type { ScorecardInput } from "./scorecard.ts";
import type { Counted } from "./scorecard-query.ts";
import { lastClockAt } from "./scorecard-response.ts";

/**
 * Sorts the conversations that a report needs into those that began in its window, those of the window before, and
 * those in which somebody may have waited in it: also before its start was seen, as somebody who was handed on.
 * @param before where the window before begins, epoch ms
 * @param begin where the window begins
 * @param end where it ends, left out
 */
export const byWindow = (
  known: readonly Counted[],
  { before, begin, end }: { before: number; begin: number; end: number },
): Required<Pick<ScorecardInput, "conversations" | "previous" | "active">> => ({
  conversations: known.filter(({ conversation: { start } }) => begin <= start.at && start.at < end),
  previous: known.filter(({ conversation: { start } }) => before <= start.at && start.at < begin),
  active: known.filter(({ conversation }) => lastClockAt(conversation) >= begin),
});
