import { compareRates, type Proportion } from "./compare.ts";
import { compareCosts, type Spent } from "./cost-compare.ts";
import { wilson } from "./interval.ts";

/** Beyond this many nobody waits. */
const MOST = 1_000_000;

/** Which sides still gather conversations: a window that is over does not. */
export type Growing = "both" | "first";

/**
 * How many more conversations each growing side would need for two rates to be told apart, if both go on as they are:
 * 0 where they are already, null where a million would not do.
 */
export const neededForRates = (a: Proportion, b: Proportion, growing: Growing = "both"): number | null =>
  least((more) => compareRates(grown(a, more), growing === "both" ? grown(b, more) : b).toldApart);

/** The same for two costs per X. */
export const neededForCosts = (a: Spent, b: Spent, growing: Growing = "both"): number | null =>
  least((more) => compareCosts(grownCost(a, more), growing === "both" ? grownCost(b, more) : b).toldApart);

/** The same for a rate beside a fixed one (0 to 1), as a target. */
export const neededForTarget = (share: Proportion, target: number): number | null =>
  least((more) => isApartFrom(grown(share, more), target));

/** Whether Wilson's interval of a rate leaves out a fixed one (0 to 1). */
export function isApartFrom({ hits, of }: Proportion, target: number): boolean {
  const { low, high } = wilson(hits, of);
  return target < low || target > high;
}

const grown = ({ hits, of }: Proportion, more: number): Proportion => ({
  hits: of === 0 ? 0 : hits * (1 + more / of),
  of: of + more,
});

const grownCost = ({ costMinor, hits, of }: Spent, more: number): Spent => ({
  ...grown({ hits, of }, more),
  costMinor: of === 0 ? costMinor : costMinor * (1 + more / of),
});

/** The least whole number that is enough; more of it never undoes it, as intervals shrink with n. */
function least(isEnough: (more: number) => boolean): number | null {
  if (isEnough(0)) return 0;
  let high = 1;
  while (!isEnough(high)) {
    if (high >= MOST) return null;
    high *= 2;
  }
  let low = Math.floor(high / 2);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isEnough(middle)) high = middle;
    else low = middle;
  }
  return high;
}
