import type { Figure } from "#lib/domain/figure.ts";
import type { Rung } from "#lib/domain/ladder.ts";
import type { Slice } from "#lib/domain/scorecard-slice.ts";
import { figureOf } from "./reading.ts";
import { isCost } from "./words.ts";

/** What the rows of a table stand in the order of. */
export type OrderBy = "name" | "started" | Rung;

/** Below the minimum nothing is ranked; a cost with nothing bought for it is the worst of those that are. */
function rankOf({ state, needed }: Figure): number {
  if (state === "ok") return 0;
  if (state === "none_yet" && needed === 0) return 1;
  return state === "no_data" ? 3 : 2;
}

const compare = (a: number, b: number): number => (a < b ? -1 : Number(a > b));

function compareFigures(a: Figure, b: Figure, isCheaperBetter: boolean): number {
  const rank = compare(rankOf(a), rankOf(b));
  if (rank !== 0) return rank;
  const [x, y] = [a.value ?? a.low ?? 0, b.value ?? b.low ?? 0];
  return isCheaperBetter ? compare(x, y) : compare(y, x);
}

/** Rows with the best first: cheap costs, high rates, many conversations; names by the alphabet. Unattributed is last. */
export const inOrder = (groups: readonly Slice[], by: OrderBy): Slice[] =>
  groups.toSorted((a, b) => {
    const isLast = compare(Number(a.key === null), Number(b.key === null));
    if (isLast !== 0) return isLast;
    if (by === "name") return a.label.localeCompare(b.label);
    if (by === "started") return compare(b.tally.started, a.tally.started);
    return compareFigures(figureOf(by, a), figureOf(by, b), isCost(by));
  });
