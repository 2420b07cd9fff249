import type { Proportion } from "./compare.ts";
import type { LadderMoney } from "./ladder.ts";
import type { Tally } from "./tally.ts";

/** Nested stages, from the first to the last: the fields of a tally that count them. */
export const STAGES = ["started", "wentOn", "qualified", "handedOff", "customers"] as const;
export type Stage = (typeof STAGES)[number];

/**
 * What CAC is made of: (total cost / spend) x cost per message / (reply rate x qualified of those that went on x
 * handoff rate x close rate). A rung of the ladder each; the first is what is paid beside the ads.
 */
export const FACTORS = [
  "costLines",
  "costPerMessage",
  "replyRate",
  "qualificationRate",
  "handoffRate",
  "closeRate",
] as const;
export type Factor = (typeof FACTORS)[number];
export type RateFactor = Exclude<Factor, "costLines" | "costPerMessage">;

/** What the interface calls each. */
export const FACTOR_NAMES: Record<Factor, string> = {
  costLines: "Costs beside the ads",
  costPerMessage: "Cost per message",
  replyRate: "Reply rate",
  qualificationRate: "Qualification rate",
  handoffRate: "Handoff rate",
  closeRate: "Close rate",
};

/** From which stage to which each rate goes. */
export const STEPS: Record<RateFactor, readonly [from: Stage, to: Stage]> = {
  replyRate: ["started", "wentOn"],
  qualificationRate: ["wentOn", "qualified"],
  handoffRate: ["qualified", "handedOff"],
  closeRate: ["handedOff", "customers"],
};

/** One side of a comparison: counts, and money in minor units of one currency (null: none recorded). */
export interface Side {
  tally: Pick<Tally, Stage>;
  money: Pick<LadderMoney, "spendMinor" | "totalCostMinor">;
}

/** A factor that is a step between two stages, as against one made of money. */
export const isRate = (factor: Factor): factor is RateFactor => factor in STEPS;

/** How many took a step, of how many that stood before it. */
export function shareOf({ tally }: Side, factor: RateFactor): Proportion {
  const [from, to] = STEPS[factor];
  return { hits: tally[to], of: tally[from] };
}

/** A factor's value: a ratio, minor units a message, or a rate; null where nothing is known of it. */
export function valueOf(side: Side, factor: Factor): number | null {
  const { spendMinor, totalCostMinor } = side.money;
  if (isRate(factor)) {
    const { hits, of } = shareOf(side, factor);
    return of === 0 ? null : hits / of;
  }
  if (!spendMinor) return null;
  if (factor === "costLines") return totalCostMinor === null ? null : totalCostMinor / spendMinor;
  return side.tally.started === 0 ? null : spendMinor / side.tally.started;
}

/** ln of how much dearer a factor makes the last stage when it goes from one value to another; a rate does so by falling. */
export const dearer = (factor: Factor, from: number, to: number): number =>
  isRate(factor) ? Math.log(from / to) : Math.log(to / from);
