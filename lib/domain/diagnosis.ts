import { ADVICE, LOW_VOLUME_ADVICE } from "./diagnosis-advice.ts";
import { type RateFactor, shareOf, type Side, STEPS } from "./diagnosis-factor.ts";
import { type LadderTargets, NO_TARGETS, type Shortfall, shortfallsOf } from "./diagnosis-shortfall.ts";
import { type Split, splitChange } from "./diagnosis-split.ts";
import { MINIMUM_VOLUME } from "./figure.ts";

/** How many are lost between two stages: `lost` is a fraction of those that stood before it. */
export interface Drop {
  factor: RateFactor;
  lost: number;
  hits: number;
  of: number;
}

/** What the figures say about where to work (definitions, Diagnosis). */
export interface Diagnosis {
  /** How the change since the previous window splits; null without one. */
  split: Split | null;
  shortfalls: Shortfall[];
  /** Costs most against its target (else the previous window), and the data tell it apart: null is "no rung stands out yet". */
  weakest: Shortfall | null;
  /** Costs most, but not told apart yet: `needed` says how many conversations more. */
  candidate: Shortfall | null;
  /** With neither targets nor a previous window: the largest drop, which is no fault in itself. */
  drop: Drop | null;
  lowVolume: boolean;
  /** What to work on, in sentences. */
  advice: string[];
}

export interface DiagnosisInput {
  /** Both sides at one age, of the basis that the headline takes, in one currency. */
  now: Side;
  before: Side | null;
  targets?: LadderTargets;
  /** Conversations below which nothing is ranked. */
  minimum?: number;
  /** Conversations of the whole window, the youngest too; those of `now` where it is left out. */
  volume?: number;
  /** How many more must be old enough before anything is said to stand out. */
  missing?: number;
}

/**
 * Where to work, from two windows at one age, targets, or both (definitions, Diagnosis). Nothing stands out below the
 * minimum, or before enough conversations are old enough.
 */
export function diagnose({
  now,
  before,
  targets = NO_TARGETS,
  minimum = MINIMUM_VOLUME,
  volume = now.tally.started,
  missing = 0,
}: DiagnosisInput): Diagnosis {
  const shortfalls = shortfallsOf({ now, before, targets, minimum });
  const worst = shortfalls.find(({ change }) => change === null || change > 0) ?? null;
  const standsOut = worst?.needed === 0 && missing === 0;
  const lowVolume = missing === 0 && isLowVolume(now, volume, targets);
  const hasReference = before !== null || Object.values(targets).some((target) => target !== null);
  return {
    split: before && splitChange(before, now),
    shortfalls,
    weakest: standsOut ? worst : null,
    candidate: standsOut ? null : worst && { ...worst, needed: atLeast(worst.needed, missing) },
    drop: hasReference ? null : largestDrop(now),
    lowVolume,
    advice: [
      ...(worst && standsOut ? [ADVICE[worst.factor]] : []),
      ...(lowVolume ? [LOW_VOLUME_ADVICE] : []),
    ],
  };
}

const atLeast = (needed: number | null, missing: number): number | null =>
  needed === null ? null : Math.max(needed, missing);

/** The step that loses the largest fraction; null where nobody took the first. */
export function largestDrop(side: Side): Drop | null {
  const drops = (Object.keys(STEPS) as RateFactor[]).flatMap((factor): Drop[] => {
    const { hits, of } = shareOf(side, factor);
    return of === 0 ? [] : [{ factor, lost: 1 - hits / of, hits, of }];
  });
  return drops.toSorted((a, b) => b.lost - a.lost)[0] ?? null;
}

/** A rule of its own: closing at or above target, conversations below theirs. */
function isLowVolume(now: Side, volume: number, { closeRate, conversations }: LadderTargets): boolean {
  const { hits, of } = shareOf(now, "closeRate");
  const closes = closeRate !== null && of > 0 && hits / of >= closeRate;
  return closes && conversations !== null && volume < conversations;
}
