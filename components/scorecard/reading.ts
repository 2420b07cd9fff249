import type { Figure } from "#lib/domain/figure.ts";
import type { Basis, Rung } from "#lib/domain/ladder.ts";
import type { Slice } from "#lib/domain/scorecard-slice.ts";
import { isRate, type Telling } from "./words.ts";

/** What a page reads of one slice of a report. `revenueMinor` is null for members who may not see money. */
export type Card = Pick<Slice, "ladder" | "tally" | "attributed" | "spendMinor">;

export interface Report {
  slice: Card;
  currency: string | null;
  costsHidden: boolean;
}

/**
 * The basis that a rung is shown on: costs are the headline's, as long as there is a cost; rates and revenue count
 * whatever the filter selects.
 */
export const basisOf = (rung: Rung, { ladder, spendMinor }: Card): Basis =>
  isRate(rung) || rung === "revenuePerConversation" || spendMinor === null ? "blended" : ladder.headline;

const figureOf = (rung: Rung, slice: Card, basis: Basis = basisOf(rung, slice)): Figure =>
  slice.ladder.rungs[rung][basis];

/** The headline says already that the whole window has too few conversations, and how many more it takes. */
export function isSaidAbove(rung: Rung, { slice }: Report): boolean {
  const { state, needed } = figureOf(rung, slice);
  const above = figureOf("costPerQualified", slice);
  return state === "not_enough" && above.state === "not_enough" && above.needed === needed;
}

/** Everything that words for a rung need. */
export function tellingOf(rung: Rung, { slice, currency, costsHidden }: Report, basis?: Basis): Telling {
  const on = basis ?? basisOf(rung, slice);
  const { started } = on === "attributed" ? slice.attributed : slice.tally;
  return { rung, figure: figureOf(rung, slice, on), currency, started, costsHidden };
}
