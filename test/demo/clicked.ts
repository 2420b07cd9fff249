import { isQualified } from "#lib/domain/outcome.ts";
import { DEMO_TOTAL_MINOR } from "#test/samples/spend/demo-export.ts";
import type { Customer } from "./cast.ts";

/** What the morning must come to, counted from what was clicked alone. */
export interface Clicked {
  conversations: number;
  attributed: number;
  tagged: number;
  qualified: number;
  qualifiedAttributed: number;
  handedOff: number;
  converted: number;
  spendMinor: number;
  revenueMinor: number;
  currency: string;
}

const bought = ({ plan }: Customer): boolean => plan.saleMinor !== undefined;
/** Stages are nested: who bought was handed off, and who was handed off was qualified. */
const handed = (one: Customer): boolean => one.plan.handoff !== undefined || bought(one);
const qualified = (one: Customer): boolean =>
  handed(one) || (one.plan.outcome !== null && isQualified(one.plan.outcome));
const fromAd = ({ origin }: Customer): boolean => origin !== null && "ad" in origin;

export function countClicked(cast: readonly Customer[]): Clicked {
  const count = (is: (one: Customer) => boolean) => cast.filter(is).length;
  return {
    conversations: cast.length,
    attributed: count(fromAd),
    tagged: count(({ plan }) => plan.outcome !== null),
    qualified: count(qualified),
    qualifiedAttributed: count((one) => qualified(one) && fromAd(one)),
    handedOff: count(handed),
    converted: count(bought),
    spendMinor: DEMO_TOTAL_MINOR,
    revenueMinor: cast.reduce((sum, { plan }) => sum + (plan.saleMinor ?? 0), 0),
    currency: "USD",
  };
}
