import { type CostLine, sumCosts } from "./cost-line.ts";
import type { Days } from "./day.ts";
import { type Delivery, deliveryOf } from "./delivery.ts";
import { type Ladder, ladder, type LadderMoney, revenueIn } from "./ladder.ts";
import type { Paid, Placed, ScorecardQuery } from "./scorecard-query.ts";
import { stagesOf, windowMs } from "./stage.ts";
import { sumSpend } from "./spend.ts";
import { isInCohort, type Tally, tally } from "./tally.ts";
import { threadKey } from "./thread.ts";

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
  query: Pick<ScorecardQuery, "window" | "minimum">;
  now: number;
}

/** Counts and figures of one set of conversations and what was paid for them. */
export function slice({ key, label, members, rows, lines, currency, days, query, now }: SliceInput): Slice {
  const at = { window: query.window, now };
  const all = countOf(members, at);
  const attributed = countOf(
    members.filter(({ place }) => place.spentOn),
    at,
  );
  const money = moneyOf({ rows, lines }, currency, days);
  const paid = paidOf(members, lines, at);
  const buyers = members.filter(
    ({ conversation }) => isInCohort(conversation) && stagesOf(conversation, windowMs(query.window)).customer,
  );
  return {
    key,
    label,
    tally: all,
    attributed,
    customerThreads: new Set(buyers.map(({ thread }) => threadKey(thread))).size,
    spendMinor: money.spendMinor,
    totalCostMinor: money.totalCostMinor,
    revenueMinor: revenueIn(all, currency),
    ladder: ladder({ all, attributed, paid, money, minimum: query.minimum }),
    delivery: deliveryOf(
      rows.filter((row) => row.currency === currency),
      { attributed: attributed.started, blended: all.started },
    ),
  };
}

interface At extends Pick<ScorecardQuery, "window"> {
  now: number;
}

const countOf = (members: readonly Placed[], { window, now }: At): Tally =>
  tally(
    members.map(({ conversation }) => conversation),
    window,
    now,
  );

/** Those whose source the total cost was paid for: what CAC and CPA count. Without cost lines the attributed. */
export const paidOf = (members: readonly Placed[], lines: readonly CostLine[], at: At): Tally =>
  countOf(
    members.filter((member) => isPaidFor(member, lines)),
    at,
  );

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
