import { compareRates, type Proportion } from "./compare.ts";
import { dearer, type Factor, FACTORS, isRate, shareOf, type Side, valueOf } from "./diagnosis-factor.ts";
import { isApartFrom, neededForRates, neededForTarget } from "./needed.ts";

/** What a workspace aims at; null is no target. Rates are the ladder's own: `qualificationRate` is of all started. */
export interface LadderTargets {
  costPerMessageMinor: number | null;
  replyRate: number | null;
  qualificationRate: number | null;
  handoffRate: number | null;
  closeRate: number | null;
  /** Conversations in a window. */
  conversations: number | null;
}

export const NO_TARGETS: LadderTargets = {
  costPerMessageMinor: null,
  replyRate: null,
  qualificationRate: null,
  handoffRate: null,
  closeRate: null,
  conversations: null,
};

/** How far one factor is from what it is measured by. */
export interface Shortfall {
  factor: Factor;
  value: number;
  reference: number;
  against: "target" | "previous";
  /** ln of how much dearer it makes a customer than the reference would; null is beyond all bounds: none took the step. */
  change: number | null;
  /** The data tell it apart from the reference. A cost per message is known, so any difference is one. */
  toldApart: boolean;
  /** More conversations of the window until it is both enough to be ranked and told apart; null: more would not do. */
  needed: number | null;
}

interface Beside {
  now: Side;
  before: Side | null;
  targets: LadderTargets;
  minimum: number;
}

/** Every factor with a target or, failing that, a value in the previous window; the one that costs most comes first. */
export const shortfallsOf = (beside: Beside): Shortfall[] =>
  FACTORS.flatMap((factor) => shortfallOf(factor, beside) ?? []).toSorted(
    (a, b) => (b.change ?? Number.MAX_VALUE) - (a.change ?? Number.MAX_VALUE),
  );

function shortfallOf(factor: Factor, beside: Beside): Shortfall | null {
  const { now, before, minimum } = beside;
  const measure = targetOf(factor, beside);
  const past = before && valueOf(before, factor);
  const value = measure?.share ? measure.share.hits / measure.share.of : valueOf(now, factor);
  const reference = measure?.target ?? past;
  if (value === null || !reference || Number.isNaN(value)) return null;
  const against = measure ? "target" : "previous";
  const base = { factor, value, reference, against } as const;
  if (!isRate(factor)) {
    const hasPast = measure !== null || (before !== null && before.tally.started >= minimum);
    const needed = hasPast ? Math.max(0, minimum - now.tally.started) : null;
    return { ...base, change: dearer(factor, reference, value), toldApart: value !== reference, needed };
  }
  const share = measure?.share ?? shareOf(now, factor);
  const other = measure || !before ? null : shareOf(before, factor);
  return {
    ...base,
    change: value === 0 ? null : dearer(factor, reference, value),
    toldApart: other ? compareRates(share, other).toldApart : isApartFrom(share, reference),
    needed: neededFor(share, other, reference, beside),
  };
}

interface Measure {
  target: number;
  /** Where the target is of other conversations than the factor. */
  share: Proportion | null;
}

const plain = (target: number | null): Measure | null => (target === null ? null : { target, share: null });

/**
 * A factor's target. That of the qualification rate is of all started; it becomes one of those that went on by the
 * reply rate aimed at (else the previous window's) and, where there is none, the step is measured whole.
 */
function targetOf(factor: Factor, { now, before, targets }: Beside): Measure | null {
  if (factor === "costLines") return null;
  if (factor === "costPerMessage") return plain(targets.costPerMessageMinor);
  if (factor !== "qualificationRate" || targets.qualificationRate === null) return plain(targets[factor]);
  const reply = targets.replyRate ?? (before && valueOf(before, "replyRate"));
  return reply
    ? { target: Math.min(1, targets.qualificationRate / reply), share: null }
    : {
        target: targets.qualificationRate,
        share: { hits: now.tally.qualified, of: now.tally.started },
      };
}

/** In conversations of the window: the factor's own are a part of those. */
function neededFor(
  share: Proportion,
  other: Proportion | null,
  reference: number,
  { now, minimum }: Beside,
): number | null {
  if (other && other.of < minimum) return null;
  const apart = other ? neededForRates(share, other, "first") : neededForTarget(share, reference);
  if (apart === null) return null;
  const own = Math.max(apart, minimum - share.of);
  return own <= 0 ? 0 : Math.ceil((own * now.tally.started) / Math.max(1, share.of));
}
