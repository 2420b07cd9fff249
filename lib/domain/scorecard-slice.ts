import { type CostLine, sumCosts } from "./cost-line.ts";
import type { Days } from "./day.ts";
import { type Delivery, deliveryOf } from "./delivery.ts";
import { type Ladder, ladder, type LadderMoney, revenueIn } from "./ladder.ts";
import type { Paid, Placed } from "./scorecard-query.ts";
import { sumSpend } from "./spend.ts";
import { sumTallies, type Tally } from "./tally.ts";

/** One row of a report: `key` null is *unattributed*. */
export interface Slice {
  key: string | null;
  label: string;
  tally: Tally;
  attributed: Tally;
  customerThreads: number;
  spendMinor: number | null;
  /** Spend and the cost lines; null where neither is recorded. */
  totalCostMinor: number | null;
  /** Null where the member may not see it, or no amount is known; 0 is "no standing sale". */
  revenueMinor: number | null;
  ladder: Ladder;
  delivery: Delivery;
}

export interface SliceInput extends Paid {
  key: string | null;
  label: string;
  members: readonly Placed[];
  currency: string | null;
  /** The days that the cost lines are shared by. */
  days: Days;
  minimum: number;
}

/** Counts and figures of one set of conversations and what was paid for them. */
export function slice({ key, label, members, rows, lines, currency, days, minimum }: SliceInput): Slice {
  const all = countOf(members);
  const attributed = countOf(members.filter(({ place }) => place.spentOn));
  const money = moneyOf({ rows, lines }, currency, days);
  const paid = paidOf(members, lines);
  return {
    key,
    label,
    tally: all,
    attributed,
    customerThreads: customerThreadsOf(all, members),
    spendMinor: money.spendMinor,
    totalCostMinor: money.totalCostMinor,
    revenueMinor: revenueIn(all, currency),
    ladder: ladder({ all, attributed, paid, money, minimum }),
    delivery: deliveryOf(
      rows.filter((row) => row.currency === currency),
      { attributed: attributed.started, blended: all.started },
    ),
  };
}

const countOf = (members: readonly Placed[]): Tally => sumTallies(members.map(({ tally }) => tally));

/** Distinct threads among the customers: those that may be in two parts are told by name. */
function customerThreadsOf({ customers }: Tally, members: readonly Placed[]): number {
  const named = members.flatMap(({ buyers }) => buyers);
  return customers - named.length + new Set(named).size;
}

/** Those whose source the total cost was paid for: what CAC and CPA count. Without cost lines the attributed. */
export const paidOf = (members: readonly Placed[], lines: readonly CostLine[]): Tally =>
  countOf(members.filter((member) => isPaidFor(member, lines)));

/** What was spent, and what was paid in all: cost lines that come to nothing in these days are none. */
function moneyOf({ rows, lines }: Paid, currency: string | null, days: Days): LadderMoney {
  const spendMinor = sumSpend(rows, currency);
  const extra = sumCosts(lines, days, currency);
  const totalCostMinor = spendMinor === null && extra === 0 ? null : (spendMinor ?? 0) + extra;
  return { currency, spendMinor, totalCostMinor };
}

/** Ads were paid for, or a cost line names the source. A line for everybody names none. */
const isPaidFor = ({ place }: Placed, lines: readonly CostLine[]): boolean =>
  place.spentOn ||
  lines.some(
    ({ campaign, creator }) =>
      (campaign !== null && campaign === place.campaign) || (creator !== null && creator === place.creator),
  );
