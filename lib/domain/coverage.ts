import type { Figure } from "./figure.ts";
import type { Tally } from "./tally.ts";

/** A share of a whole, both as counts. */
export interface Share {
  of: number;
  n: number;
}

/** How much of what happened is known, each of all conversations of the window. */
export interface Coverage {
  tagged: Share;
  attributed: Share;
  sendersKnown: Share;
  startSeen: Share;
}

/** The four shares of a tally, each of `all`; counts of conversations. */
export const coverageOf = (t: Tally): Coverage => ({
  tagged: { n: t.taggedOfAll, of: t.all },
  attributed: { n: t.sourceKnown, of: t.all },
  sendersKnown: { n: t.sendersKnown, of: t.all },
  startSeen: { n: t.startsSeen, of: t.all },
});

/** What a figure would be if every untagged conversation were bad, and if every one were good. */
export interface Bounds {
  allBad: number | null;
  allGood: number | null;
}

/**
 * The bounds that untagged conversations leave around the cost per qualified conversation (minor units) and the
 * qualification rate (a fraction). An untagged conversation that was handed off or sold is qualified already.
 */
export function boundsOf(
  t: Tally,
  costPerQualified: Figure,
): { costPerQualified: Bounds; qualificationRate: Bounds } {
  const best = Math.min(t.started, t.qualified + t.undecided);
  const cost = costPerQualified.numerator;
  const per = (hits: number) => (cost === null || hits === 0 ? null : Math.round(cost / hits));
  const share = (hits: number) => (t.started === 0 ? null : hits / t.started);
  return {
    costPerQualified: { allBad: per(t.qualified), allGood: per(best) },
    qualificationRate: { allBad: share(t.qualified), allGood: share(best) },
  };
}
