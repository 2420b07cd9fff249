import { costPer, type Figure, MINIMUM_VOLUME, perUnit, rate } from "./figure.ts";
import type { Tally } from "./tally.ts";

/** The nine rungs, from the first to the last (definitions, The ladder). */
export const RUNGS = [
  "costPerMessage",
  "replyRate",
  "qualificationRate",
  "costPerQualified",
  "handoffRate",
  "costPerHandoff",
  "closeRate",
  "cac",
  "revenuePerConversation",
] as const;
export type Rung = (typeof RUNGS)[number];

export const RUNG_NAMES: Record<Rung, string> = {
  costPerMessage: "Cost per message",
  replyRate: "Reply rate",
  qualificationRate: "Qualification rate",
  costPerQualified: "Cost per qualified conversation",
  handoffRate: "Handoff rate",
  costPerHandoff: "Cost per sales handoff",
  closeRate: "Close rate",
  cac: "CAC",
  revenuePerConversation: "Revenue per conversation",
};

/** Money of one report: integer minor units of one currency; null where none is recorded. */
export interface LadderMoney {
  currency: string | null;
  spendMinor: number | null;
  /** Spend and the cost lines. */
  totalCostMinor: number | null;
}

/** The same rungs over two sets: conversations whose source money was spent on, and all of the filter. */
export type Basis = "attributed" | "blended";

export interface Ladder {
  rungs: Record<Rung, Record<Basis, Figure>>;
  /** Beside the ladder: CPA on purchases, reply rate of those answered, qualification rate of those tagged. */
  beside: {
    cpa: Record<Basis, Figure>;
    replyRateOfAnswered: Figure;
    qualificationRateOfTagged: Figure;
    roi: number | null;
  };
  /** Which basis the headline takes: attributed where at least 80 % of the conversations have a known source. */
  headline: Basis;
}

/** Share of conversations with a known source from which the attributed figure is the headline. */
const HEADLINE_COVERAGE = 0.8;

export interface LadderInput {
  all: Tally;
  /** Those whose source is one that the money was spent on: a subset of `all`. */
  attributed: Tally;
  /** Those whose source is one that the total cost was paid for; without cost lines the attributed. */
  paid?: Tally;
  money: LadderMoney;
  /** Conversations below which a figure is "not enough yet". */
  minimum?: number;
}

/** The ladder over one window, on both bases. CAC and CPA count what the total cost was paid for. */
export function ladder({
  all,
  attributed,
  paid = attributed,
  money,
  minimum = MINIMUM_VOLUME,
}: LadderInput): Ladder {
  const { cac, cpa } = figures(paid, money, minimum);
  const bases = {
    attributed: { ...figures(attributed, money, minimum), cac, cpa },
    blended: figures(all, money, minimum),
  };
  const both = (rung: Rung | "cpa") => ({ attributed: bases.attributed[rung], blended: bases.blended[rung] });
  const rules = { minimum, immature: all.immature };
  const revenueMinor = revenueIn(all, money.currency);
  return {
    rungs: Object.fromEntries(RUNGS.map((rung) => [rung, both(rung)])) as Ladder["rungs"],
    beside: {
      cpa: both("cpa"),
      replyRateOfAnswered: rate(all.wentOn - all.impliedWentOn, all.answered, rules),
      qualificationRateOfTagged: rate(all.qualified - all.impliedQualified, all.tagged, rules),
      roi:
        money.totalCostMinor && revenueMinor !== null
          ? (revenueMinor - money.totalCostMinor) / money.totalCostMinor
          : null,
    },
    headline: all.all > 0 && all.sourceKnown / all.all >= HEADLINE_COVERAGE ? "attributed" : "blended",
  };
}

/**
 * Standing revenue in one currency, in chat and outside together; other currencies are never added. 0 is "nothing was
 * sold"; null where something was, but for no amount that is known in this currency.
 */
export function revenueIn({ revenue, purchases }: Tally, currency: string | null): number | null {
  const one = currency === null ? undefined : revenue[currency];
  if (one) return one.immediateMinor + one.assistedMinor;
  return purchases === 0 ? 0 : null;
}

function figures(t: Tally, money: LadderMoney, minimum: number): Record<Rung | "cpa", Figure> {
  const rules = { minimum, immature: t.immature };
  const { spendMinor, totalCostMinor } = money;
  const n = t.started;
  return {
    costPerMessage: perUnit(spendMinor, n, n, rules),
    replyRate: rate(t.wentOn, n, rules),
    qualificationRate: rate(t.qualified, n, rules),
    costPerQualified: costPer(spendMinor, t.qualified, n, rules),
    handoffRate: rate(t.handedOff, t.qualified, rules),
    costPerHandoff: costPer(spendMinor, t.handedOff, n, rules),
    closeRate: rate(t.customers, t.handedOff, rules),
    cac: costPer(totalCostMinor, t.customers, n, rules),
    revenuePerConversation: perUnit(revenueIn(t, money.currency), n, n, rules),
    // Purchases are no part of the conversations, so they have no interval; while there are none, the bound is CAC's.
    cpa:
      t.purchases === 0
        ? costPer(totalCostMinor, 0, n, rules)
        : perUnit(totalCostMinor, t.purchases, n, rules),
  };
}
