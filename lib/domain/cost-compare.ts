import { type Bounded, type Difference, differenceOf, type Proportion } from "./compare.ts";
import { wilson, Z_95 } from "./interval.ts";

/** What conversations cost, and how many of them reached X: `hits` of `of`, for `costMinor` of one currency. */
export interface Spent extends Proportion {
  costMinor: number;
}

/**
 * Two costs per X as ln(a / b), negative where `a` is the cheaper. ln(cost per X) is ln(cost per message), which is
 * known, less ln(rate), whose limits are the logarithms of Wilson's; the two meet by MOVER. Where one has no X yet
 * there is no ratio: they are told apart where its least possible cost is above the most that the other may cost.
 * @param z two-sided 95 % unless given
 * Source: Zou and Donner (2008), Statistics in Medicine 27, 1693-1702.
 */
export function compareCosts(a: Spent, b: Spent, z = Z_95): Difference {
  const toldApart = false;
  if (!isKnown(a) || !isKnown(b)) return { value: null, low: null, high: null, toldApart };
  if (a.hits > 0 && b.hits > 0) return differenceOf(logCost(a, z), logCost(b, z));
  const [costA, costB] = [logCost(a, z), logCost(b, z)];
  return {
    value: null,
    low: finite(costA.low - costB.high),
    high: finite(costA.high - costB.low),
    toldApart: costA.low > costB.high || costB.low > costA.high,
  };
}

const isKnown = ({ costMinor, of }: Spent): boolean => costMinor > 0 && of > 0;
const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** ln(cost per X) between its limits; Infinity where there is no X. */
function logCost({ costMinor, hits, of }: Spent, z: number): Bounded {
  const perMessage = Math.log(costMinor / of);
  const { low, high } = wilson(hits, of, z);
  return {
    value: perMessage - Math.log(hits / of),
    low: perMessage - Math.log(high),
    high: perMessage - Math.log(low),
  };
}
