import type { ScorecardInput } from "./scorecard.ts";
import type { Counted } from "./scorecard-query.ts";
import { lastClockAt } from "./scorecard-response.ts";

/**
 * Sorts the conversations that a report needs, all begun before the window's end, into those that began in it, those
 * of the window before, and those in which somebody may have waited in it.
 * @param before where the window before begins, epoch ms
 * @param begin where the window begins
 */
export const byWindow = (
  known: readonly Counted[],
  { before, begin }: { before: number; begin: number },
): Required<Pick<ScorecardInput, "conversations" | "previous" | "active">> => ({
  conversations: known.filter(({ conversation: { start } }) => start.at >= begin),
  previous: known.filter(({ conversation: { start } }) => before <= start.at && start.at < begin),
  active: known.filter(({ conversation }) => lastClockAt(conversation) >= begin),
});
