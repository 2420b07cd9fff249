import { type AgedWindow, lastDayOfAge, previousWindow } from "#lib/domain/comparison.ts";
import { addDays, type Days } from "#lib/domain/day.ts";
import type { ScorecardQuery } from "#lib/domain/scorecard-query.ts";
import type { SpendRow } from "#lib/domain/spend.ts";
import type { Context } from "#server/context.ts";
import { spendBetween, spendSums } from "#server/spend/rows.ts";

/**
 * The spend of a report's window and of the one before, added up as far as the report never parts it again: by the days
 * that are as old as the conversion window. Where the report compares at another age, or goes by day, row by row.
 */
export async function readSpend(
  ctx: Context,
  query: ScorecardQuery,
  now: number,
): Promise<(aged: AgedWindow | null) => Promise<readonly SpendRow[]>> {
  const { from, to, by, window, timeZone } = query;
  const before = previousWindow(from, to);
  const byRow = () => spendBetween(ctx, before.from, to);
  if (by === "day") {
    const rows = await byRow();
    return () => Promise.resolve(rows);
  }
  const cut = lastDayOfAge(window === "any" ? 90 : window, now, timeZone);
  const rows = await spendSums(ctx, [before, ...parted({ from, to }, cut)]);
  return (aged) =>
    aged === null || aged.days.to === to || aged.days.to === cut ? Promise.resolve(rows) : byRow();
}

/** A window up to a day and from the next on; as a whole where the day does not part it. */
const parted = ({ from, to }: Days, cut: string): Days[] =>
  cut < from || cut >= to
    ? [{ from, to }]
    : [
        { from, to: cut },
        { from: addDays(cut, 1), to },
      ];
