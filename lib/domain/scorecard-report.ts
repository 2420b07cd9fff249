import { indexSpend } from "./attribution.ts";
import { type Ranking, rankCosts } from "./best-of-many.ts";
import type { CostLine } from "./cost-line.ts";
import { type Bounds, boundsOf, type Coverage, coverageOf } from "./coverage.ts";
import type { Days } from "./day.ts";
import type { Diagnosis } from "./diagnosis.ts";
import { type LadderTargets, NO_TARGETS } from "./diagnosis-shortfall.ts";
import { compareText } from "./order.ts";
import { type Comparison, compareWindows } from "./scorecard-comparison.ts";
import { groupsOf } from "./scorecard-group.ts";
import { type Counts, placed } from "./scorecard-part.ts";
import type { Paid, Placed, ScorecardQuery } from "./scorecard-query.ts";
import type { ResponseTimes } from "./scorecard-response.ts";
import { type Slice, slice } from "./scorecard-slice.ts";
import { type SharedRange, type SpendRow, spendWithin, sumSpend } from "./spend.ts";
import { type Revenue, sumTallies, type Tally } from "./tally.ts";

export interface Scorecard {
  query: ScorecardQuery;
  currency: string | null;
  total: Slice;
  groups: Slice[];
  /** The cheapest and the dearest group per qualified conversation; null where too few can be ranked. */
  ranking: Ranking | null;
  coverage: Coverage;
  /** What the headline would be if every untagged conversation were bad, and if every one were good. */
  bounds: { costPerQualified: Bounds; qualificationRate: Bounds };
  comparison: Comparison | null;
  diagnosis: Diagnosis;
  responseTimes: ResponseTimes | null;
  /** Ranges that the window cuts, and money in other currencies, which is never added. */
  sharedRanges: SharedRange[];
  otherCurrencies: { currency: string; spendMinor: number | null; sales: number }[];
  generatedAt: number;
}

export interface ReportInput {
  query: ScorecardQuery;
  counts: Counts;
  /** All spend that touches the window or the one before. */
  spend: readonly SpendRow[];
  costLines?: readonly CostLine[];
  /** Campaigns that people gave to ad ids no export named. */
  adNames: ReadonlyMap<string, string>;
  /** Of members or macros, where the report goes by them. */
  names?: ReadonlyMap<string, string>;
  goals?: LadderTargets;
  /** The workspace's currency; null takes the first of the spend, then that of most sales. */
  currency: string | null;
  now: number;
}

/** The one way a report is made, on the server and alone in the browser (definitions, The ladder). */
export function report(input: ReportInput): Scorecard {
  const { query, counts, spend, costLines: lines = [], names = new Map(), now } = input;
  const { aged, missing } = counts;
  const { minimum } = query;
  const { rows, shared } = spendWithin(spend, query.from, query.to);
  const everything = sumTallies(counts.current.map(({ tally }) => tally));
  const currency = input.currency ?? rows[0]?.currency ?? mostSold(everything);
  const index = indexSpend(spend, input.adNames, currency);
  const [current, agedCurrent, agedPrevious] = [
    placed(counts.current, index),
    placed(counts.agedCurrent, index),
    placed(counts.agedPrevious, index),
  ];
  const make = (part: Part) => slice({ ...part, currency, days: query, minimum });
  const total = make({ key: "all", label: "All conversations", members: current, rows, lines });
  const groups = groupsOf(query, current, { rows, lines }, index, names).map(make);
  /** Groups are ranked at one age, whatever their own. */
  const rankedGroups = (days: Days): Slice[] =>
    groupsOf(
      query,
      agedCurrent,
      { rows: spendWithin(spend, days.from, days.to).rows, lines },
      index,
      names,
    ).map((part) => slice({ ...part, currency, days, minimum }));
  // Without a cost no source is one that was paid for: the attributed are nobody.
  const basis = total.spendMinor === null ? "blended" : total.ladder.headline;
  const counted = basis === "attributed" ? total.attributed : total.tally;
  return {
    query,
    currency,
    total,
    groups,
    ranking: aged && rankingOf(rankedGroups(aged.days), minimum),
    coverage: coverageOf(total.tally),
    bounds: boundsOf(counted, total.ladder.rungs.costPerQualified[basis]),
    ...compareWindows({
      query,
      basis,
      currency,
      current,
      aged,
      missing,
      agedCurrent,
      agedPrevious,
      rows: spend,
      lines,
      goals: input.goals ?? NO_TARGETS,
    }),
    responseTimes: counts.responseTimes,
    sharedRanges: shared,
    otherCurrencies: otherCurrencies(rows, everything, currency),
    generatedAt: now,
  };
}

const salesIn = ({ immediate, assisted }: Revenue): number => immediate + assisted;

/** The currency of most sales, of equal ones the first by name; null where no amount is known. */
function mostSold({ revenue }: Tally): string | null {
  const [most] = Object.entries(revenue).toSorted(
    ([a, one], [b, other]) => salesIn(other) - salesIn(one) || compareText(a, b),
  );
  return most?.[0] ?? null;
}

type Part = Paid & Pick<Slice, "key" | "label"> & { members: readonly Placed[] };

/** Groups with a recorded cost. */
const rankingOf = (groups: readonly Slice[], minimum: number): Ranking | null =>
  rankCosts(
    groups.flatMap(({ key, spendMinor, tally: { started, qualified } }) =>
      key === null || spendMinor === null
        ? []
        : [{ key, costMinor: spendMinor, hits: qualified, of: started }],
    ),
    minimum,
  );

function otherCurrencies(
  rows: readonly SpendRow[],
  { revenue }: Tally,
  currency: string | null,
): Scorecard["otherCurrencies"] {
  const names = new Set([...rows.map((row) => row.currency), ...Object.keys(revenue)]);
  return [...names]
    .toSorted(compareText)
    .filter((name) => name !== currency)
    .map((name) => {
      const sold = revenue[name];
      return {
        currency: name,
        spendMinor: sumSpend(rows, name),
        sales: sold ? sold.immediate + sold.assisted : 0,
      };
    });
}
