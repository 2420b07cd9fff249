import { indexSpend, placeOfConversation } from "./attribution.ts";
import { type Ranking, rankCosts } from "./best-of-many.ts";
import { type AgedWindow, agedWindow } from "./comparison.ts";
import type { CostLine } from "./cost-line.ts";
import { type Bounds, boundsOf, type Coverage, coverageOf } from "./coverage.ts";
import type { Diagnosis } from "./diagnosis.ts";
import { type LadderTargets, NO_TARGETS } from "./diagnosis-shortfall.ts";
import type { ResponseRules } from "./response-due.ts";
import { type Comparison, compareWindows, startedUntil } from "./scorecard-comparison.ts";
import { groupsOf } from "./scorecard-group.ts";
import type { Counted, Paid, Placed, ScorecardQuery } from "./scorecard-query.ts";
import { type ResponseTimes, responseTimes } from "./scorecard-response.ts";
import { type Slice, slice } from "./scorecard-slice.ts";
import { type SharedRange, type SpendRow, spendWithin, sumSpend } from "./spend.ts";
import { type Tally, tally } from "./tally.ts";

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

export interface ScorecardInput {
  query: ScorecardQuery;
  conversations: readonly Counted[];
  /** Those of the window before, as long and just before it. */
  previous?: readonly Counted[];
  /** Those in which somebody may have waited in the window, whenever they began. */
  active?: readonly Counted[];
  /** All spend that touches the window or the one before. */
  spend: readonly SpendRow[];
  costLines?: readonly CostLine[];
  /** Campaigns that people gave to ad ids no export named. */
  adNames: ReadonlyMap<string, string>;
  goals?: LadderTargets;
  /** Hours and targets; null leaves response times out. */
  response?: ResponseRules | null;
  /** The workspace's currency; null takes the first of the spend, then of the sales. */
  currency: string | null;
  now: number;
}

/** The one way a report is made, on the server and alone in the browser (definitions, The ladder). */
export function scorecard(input: ScorecardInput): Scorecard {
  const { query, conversations, previous = [], active = conversations, spend, costLines = [], now } = input;
  const { rows, shared } = spendWithin(spend, query.from, query.to);
  const everything = tally(
    conversations.map(({ conversation }) => conversation),
    query.window,
    now,
  );
  const currency = input.currency ?? rows[0]?.currency ?? Object.keys(everything.revenue)[0] ?? null;
  const index = indexSpend(spend, input.adNames, currency);
  const place = ({ thread, conversation }: Counted): Placed => ({
    thread,
    conversation,
    place: placeOfConversation(conversation, index, query.rule),
  });
  const placed = conversations.map(place);
  const make = (part: Part) => slice({ ...part, currency, days: query, query, now });
  const aged = agedWindow(
    conversations.map(({ conversation }) => conversation),
    query,
    now,
  );
  const total = make({ key: "all", label: "All conversations", members: placed, rows, lines: costLines });
  const groups = groupsOf(query, placed, { rows, lines: costLines }, index).map(make);
  /** Groups are ranked at one age, whatever their own. */
  const rankedGroups = ({ age, days }: AgedWindow): Slice[] =>
    groupsOf(
      query,
      startedUntil(placed, days.to, query.timeZone),
      { rows: spendWithin(spend, days.from, days.to).rows, lines: costLines },
      index,
    ).map((part) => slice({ ...part, currency, days, query: { ...query, window: age }, now }));
  // Without a cost no source is one that was paid for: the attributed are nobody.
  const basis = total.spendMinor === null ? "blended" : total.ladder.headline;
  const counted = basis === "attributed" ? total.attributed : total.tally;
  return {
    query,
    currency,
    total,
    groups,
    ranking: aged && rankingOf(rankedGroups(aged), query.minimum),
    coverage: coverageOf(total.tally),
    bounds: boundsOf(counted, total.ladder.rungs.costPerQualified[basis]),
    ...compareWindows({
      query,
      basis,
      currency,
      current: placed,
      previous: previous.map(place),
      aged,
      rows: spend,
      lines: costLines,
      goals: input.goals ?? NO_TARGETS,
      now,
    }),
    responseTimes: input.response ? responseTimes(active, query, input.response, now) : null,
    sharedRanges: shared,
    otherCurrencies: otherCurrencies(rows, everything, currency),
    generatedAt: now,
  };
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
