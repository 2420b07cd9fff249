import type { ScorecardAnswer } from "#lib/contract.ts";
import type { Figure } from "#lib/domain/figure.ts";
import type { Basis, Ladder, Rung } from "#lib/domain/ladder.ts";
import type { Scorecard, Slice } from "#lib/domain/scorecard.ts";

/** Rungs made of money; the others are rates. */
const MONEY_RUNGS: readonly Rung[] = [
  "costPerMessage",
  "costPerQualified",
  "costPerHandoff",
  "cac",
  "revenuePerConversation",
];

/** The report for members who see rates, not costs or revenue. It says so: nothing here is a zero. */
export const hideMoney = (card: Scorecard): ScorecardAnswer => ({
  ...card,
  total: withoutMoney(card.total),
  groups: card.groups.map(withoutMoney),
  otherCurrencies: [],
  costsHidden: true,
});

const withoutMoney = (slice: Slice): Slice => ({
  ...slice,
  tally: { ...slice.tally, revenue: {} },
  attributed: { ...slice.attributed, revenue: {} },
  spendMinor: null,
  revenueMinor: null,
  ladder: ratesOf(slice.ladder),
});

function ratesOf({ rungs, beside, headline }: Ladder): Ladder {
  const hidden = MONEY_RUNGS.map((rung) => [rung, hideBoth(rungs[rung])]);
  return {
    rungs: { ...rungs, ...Object.fromEntries(hidden) },
    beside: { ...beside, cpa: hideBoth(beside.cpa), roi: null },
    headline,
  };
}

const hideBoth = ({ attributed, blended }: Record<Basis, Figure>): Record<Basis, Figure> => ({
  attributed: hide(attributed),
  blended: hide(blended),
});

const hide = (figure: Figure): Figure => ({
  ...figure,
  value: null,
  low: null,
  high: null,
  numerator: null,
  state: "no_data",
});
