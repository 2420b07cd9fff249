import type { Figure } from "#lib/domain/figure.ts";
import type { Basis } from "#lib/domain/ladder.ts";
import type { Slice } from "#lib/domain/scorecard-slice.ts";
import type { Tally } from "#lib/domain/tally.ts";
import type { ScorecardReply } from "#lib/queries.ts";
import { isRate, type Priced, type Telling } from "./words.ts";

/** A report as it came. */
export type Card = NonNullable<ScorecardReply["card"]>;

/** One slice of a report, read: the whole, or one of its groups. */
export interface Reading {
  card: Card;
  slice: Slice;
  /** Nobody has confirmed these yet. */
  defaults: Defaults;
}

export interface Defaults {
  hours: boolean;
  targets: boolean;
}

/** Whether there is a cost that a rung is made of. */
const hasCost = (rung: Priced, { spendMinor, totalCostMinor }: Slice): boolean =>
  (rung === "cac" || rung === "cpa" ? totalCostMinor : spendMinor) !== null;

/**
 * The basis that a rung is shown on: costs are the headline's, as long as there is a cost; rates and revenue count
 * whatever the filter selects.
 */
export const basisOf = (rung: Priced, slice: Slice): Basis =>
  isRate(rung) || rung === "revenuePerConversation" || !hasCost(rung, slice)
    ? "blended"
    : slice.ladder.headline;

export const tallyOn = (basis: Basis, { tally, attributed }: Slice): Tally =>
  basis === "attributed" ? attributed : tally;

export const figureOf = (rung: Priced, slice: Slice, basis: Basis = basisOf(rung, slice)): Figure =>
  (rung === "cpa" ? slice.ladder.beside.cpa : slice.ladder.rungs[rung])[basis];

/** The headline says already that the whole window has too few conversations, and how many more it takes. */
export function isSaidAbove(rung: Priced, { slice }: Reading): boolean {
  const { state, needed } = figureOf(rung, slice);
  const above = figureOf("costPerQualified", slice);
  return state === "not_enough" && above.state === "not_enough" && above.needed === needed;
}

/** Everything that words for a rung need. */
export function tellingOf(rung: Priced, { slice, card }: Reading, basis?: Basis): Telling {
  const on = basis ?? basisOf(rung, slice);
  return {
    rung,
    figure: figureOf(rung, slice, on),
    currency: card.currency,
    started: tallyOn(on, slice).started,
    costsHidden: card.costsHidden,
  };
}

/** The window in days; "any" matures at 90. */
export const matureDays = ({ query }: Card): number => (query.window === "any" ? 90 : query.window);
