import { indexSpend, type Place, placeOfConversation, type SpendIndex } from "./attribution.ts";
import type { Conversation } from "./conversation.ts";
import { type Day, dayOf } from "./day.ts";
import { MINIMUM_VOLUME } from "./figure.ts";
import { type Ladder, ladder, revenueIn } from "./ladder.ts";
import { type SharedRange, type SpendRow, spendWithin, sumSpend } from "./spend.ts";
import type { ConversionWindow } from "./stage.ts";
import { isInCohort, type Tally, tally } from "./tally.ts";
import { CHANNEL_NAMES, type Thread, threadKey } from "./thread.ts";
import type { TouchRule } from "./touch.ts";

export const GROUPINGS = ["none", "campaign", "ad", "creator", "channel", "day"] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What a report asks for; every answer prints it. Days are the workspace's, both ends counted. */
export interface ScorecardQuery {
  from: Day;
  to: Day;
  timeZone: string;
  by: Grouping;
  window: ConversionWindow;
  rule: TouchRule;
  minimum: number;
}

export const DEFAULT_QUERY = { by: "none", window: 30, rule: "first", minimum: MINIMUM_VOLUME } as const;

/** A conversation that began in the window (or, not seen to begin, is first known in it), and its thread. */
export interface Counted {
  thread: Thread;
  conversation: Conversation;
}

/** One row of a report: `key` null is *unattributed*. */
export interface Slice {
  key: string | null;
  label: string;
  tally: Tally;
  attributed: Tally;
  customerThreads: number;
  spendMinor: number | null;
  /** Null where the member may not see it; 0 is "no standing sale". */
  revenueMinor: number | null;
  ladder: Ladder;
}

export interface Scorecard {
  query: ScorecardQuery;
  currency: string | null;
  total: Slice;
  groups: Slice[];
  /** Ranges that the window cuts, and money in other currencies, which is never added. */
  sharedRanges: SharedRange[];
  otherCurrencies: { currency: string; spendMinor: number | null; sales: number }[];
  generatedAt: number;
}

export interface ScorecardInput {
  query: ScorecardQuery;
  conversations: readonly Counted[];
  /** All spend that touches the window. */
  spend: readonly SpendRow[];
  /** Campaigns that people gave to ad ids no export named. */
  adNames: ReadonlyMap<string, string>;
  /** The workspace's currency; null takes the first of the spend, then of the sales. */
  currency: string | null;
  now: number;
}

interface Placed extends Counted {
  place: Place;
}

/** The one way a report is made, on the server and alone in the browser (definitions, The ladder). */
export function scorecard({
  query,
  conversations,
  spend,
  adNames,
  currency,
  now,
}: ScorecardInput): Scorecard {
  const { rows, shared } = spendWithin(spend, query.from, query.to);
  const index = indexSpend(spend, adNames);
  const placed = conversations.map((counted) => ({
    ...counted,
    place: placeOfConversation(counted.conversation, index, query.rule),
  }));
  const everything = tally(
    conversations.map(({ conversation }) => conversation),
    query.window,
    now,
  );
  const money = currency ?? rows[0]?.currency ?? Object.keys(everything.revenue)[0] ?? null;
  const make = (key: string | null, label: string, members: readonly Placed[], spent: readonly SpendRow[]) =>
    slice({ key, label, members, spent, currency: money, query, now });
  return {
    query,
    currency: money,
    total: make("all", "All conversations", placed, rows),
    groups: groupsOf(query, placed, rows, index).map((group) =>
      make(group.key, group.label, group.members, group.spent),
    ),
    sharedRanges: shared,
    otherCurrencies: otherCurrencies(rows, everything, money),
    generatedAt: now,
  };
}

interface SliceInput {
  key: string | null;
  label: string;
  members: readonly Placed[];
  spent: readonly SpendRow[];
  currency: string | null;
  query: ScorecardQuery;
  now: number;
}

function slice({ key, label, members, spent, currency, query, now }: SliceInput): Slice {
  const all = tally(
    members.map(({ conversation }) => conversation),
    query.window,
    now,
  );
  const paid = members.filter(({ place }) => place.spentOn);
  const attributed = tally(
    paid.map(({ conversation }) => conversation),
    query.window,
    now,
  );
  const spendMinor = sumSpend(spent, currency);
  const money = { currency, spendMinor, totalCostMinor: spendMinor };
  const buyers = members.filter(
    ({ conversation }) => isInCohort(conversation) && conversation.sales.length > 0,
  );
  return {
    key,
    label,
    tally: all,
    attributed,
    customerThreads: new Set(buyers.map(({ thread }) => threadKey(thread))).size,
    spendMinor,
    revenueMinor: revenueIn(all, currency),
    ladder: ladder(all, attributed, money, query.minimum),
  };
}

interface Group {
  key: string | null;
  label: string;
  members: Placed[];
  spent: SpendRow[];
}

function groupsOf(
  query: ScorecardQuery,
  placed: readonly Placed[],
  rows: readonly SpendRow[],
  index: SpendIndex,
): Group[] {
  if (query.by === "none") return [];
  const groups = new Map<string | null, Group>();
  const groupAt = (key: string | null, label: string): Group => {
    const group = groups.get(key) ?? { key, label, members: [], spent: [] };
    groups.set(key, group);
    return group;
  };
  for (const row of rows) {
    const key = spendKey(row, query.by);
    if (key !== null) groupAt(key, query.by === "ad" ? (row.ad ?? `Ad ${key}`) : key).spent.push(row);
  }
  for (const member of placed) {
    const [key, label] = memberKey(member, query, index);
    groupAt(key, label).members.push(member);
  }
  return [...groups.values()].toSorted(
    (a, b) => Number(a.key === null) - Number(b.key === null) || a.label.localeCompare(b.label),
  );
}

/** Spend is known by campaign, ad and day; by channel or creator no cost is recorded. */
function spendKey(row: SpendRow, by: Grouping): string | null {
  if (by === "campaign") return row.campaign;
  if (by === "ad") return row.adId;
  return by === "day" && row.from === row.to ? row.from : null;
}

function memberKey(
  { thread, conversation, place }: Placed,
  { by, timeZone }: ScorecardQuery,
  index: SpendIndex,
): [string | null, string] {
  if (by === "channel") return [thread.channel, CHANNEL_NAMES[thread.channel]];
  if (by === "day") {
    const day = dayOf(conversation.start.at, timeZone);
    return [day, day];
  }
  if (by === "ad" && place.ad !== null)
    return [place.ad, index.ads.get(place.ad)?.ad ?? place.label ?? place.ad];
  if (by === "creator" && place.creator !== null) return [place.creator, place.creator];
  if (by === "campaign" && place.campaign !== null) return [place.campaign, place.campaign];
  return place.label === null ? [null, "Unattributed"] : [place.label, place.label];
}

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
