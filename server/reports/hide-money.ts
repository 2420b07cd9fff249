import type { Role, ScorecardAnswer } from "#lib/contract.ts";
import type { Diagnosis } from "#lib/domain/diagnosis.ts";
import { isRate } from "#lib/domain/diagnosis-factor.ts";
import type { Shortfall } from "#lib/domain/diagnosis-shortfall.ts";
import type { Figure } from "#lib/domain/figure.ts";
import type { Basis, Ladder, Rung } from "#lib/domain/ladder.ts";
import type { Comparison } from "#lib/domain/scorecard-comparison.ts";
import type { Scorecard } from "#lib/domain/scorecard-report.ts";
import type { Slice } from "#lib/domain/scorecard-slice.ts";
import { may } from "#server/members/roles.ts";

/** Rungs made of money; the others are rates. */
const MONEY_RUNGS: readonly Rung[] = [
  "costPerMessage",
  "costPerQualified",
  "costPerHandoff",
  "cac",
  "revenuePerConversation",
];

/** The report as a role may see it. */
export const forRole = (role: Role, card: Scorecard): ScorecardAnswer =>
  may(role, "seeMoney") ? { ...card, costsHidden: false } : hideMoney(card);

/** The report for members who see rates, not costs or revenue. It says so: nothing here is a zero. */
const hideMoney = (card: Scorecard): ScorecardAnswer => ({
  ...card,
  total: withoutMoney(card.total),
  groups: card.groups.map(withoutMoney),
  ranking: null,
  bounds: { ...card.bounds, costPerQualified: { allBad: null, allGood: null } },
  comparison: card.comparison && { ...card.comparison, rungs: changesOf(card.comparison.rungs) },
  diagnosis: diagnosisOf(card.diagnosis),
  otherCurrencies: [],
  costsHidden: true,
});

const isShown = (shortfall: Shortfall | null): shortfall is Shortfall =>
  shortfall !== null && isRate(shortfall.factor);

/** What the rates alone say; the split holds costs in every part. */
function diagnosisOf(diagnosis: Diagnosis): Diagnosis {
  const { shortfalls, weakest, candidate, advice } = diagnosis;
  return {
    ...diagnosis,
    split: null,
    shortfalls: shortfalls.filter(isShown),
    weakest: isShown(weakest) ? weakest : null,
    candidate: isShown(candidate) ? candidate : null,
    advice: weakest === null || isShown(weakest) ? advice : [],
  };
}

const changesOf = (rungs: Comparison["rungs"]): Comparison["rungs"] => ({
  ...rungs,
  ...Object.fromEntries(
    MONEY_RUNGS.map((rung) => {
      const { now, before } = rungs[rung];
      return [rung, { now: hide(now), before: hide(before), change: null, toldApart: false }];
    }),
  ),
});

const withoutMoney = (slice: Slice): Slice => ({
  ...slice,
  tally: { ...slice.tally, revenue: {} },
  attributed: { ...slice.attributed, revenue: {} },
  spendMinor: null,
  totalCostMinor: null,
  revenueMinor: null,
  ladder: ratesOf(slice.ladder),
  delivery: { ...slice.delivery, cpm: null, cpv: null },
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
