import { responseRulesOf } from "#lib/domain/response-rules.ts";
import { clocksOf } from "#lib/domain/response-time.ts";
import type { Counted } from "#lib/domain/scorecard-query.ts";
import { DEFAULT_SETTINGS } from "#lib/domain/settings.ts";
import { isQualified } from "#lib/domain/outcome.ts";
import { isInCohort } from "#lib/domain/tally.ts";
import { campaignOf, adOf, CAMPAIGNS } from "./story-log.ts";

/** One conversation as a table of raw rows would hold it: when what happened, epoch ms. */
export interface FlatConversation {
  campaign: string | null;
  started_at: number;
  in_cohort: boolean;
  went_on_at: number | null;
  qualified_at: number | null;
  offered_at: number | null;
  sold_at: number | null;
  amount_minor: number | null;
}

/** One thing that was timed and answered. */
export interface FlatTime {
  metric: string;
  started_at: number;
  took_ms: number;
}

export interface Flat {
  conversations: FlatConversation[];
  times: FlatTime[];
}

const campaigns = new Map(Array.from({ length: CAMPAIGNS }, (_, n) => [adOf(n), campaignOf(n)]));
const rules = responseRulesOf(DEFAULT_SETTINGS, "UTC");

/** Adds a conversation: stories of the bench have one tag, one offer and one sale at most. */
export function flatten(
  { conversations, times }: Flat,
  { thread, conversation }: Counted,
  now: number,
): void {
  const { start, touches, outcome, handoffs, sales, wentOnAt } = conversation;
  if (sales.length > 1) throw new Error("A story of the bench has two sales: DuckDB would count one.");
  const source = touches[0]?.source;
  conversations.push({
    campaign:
      source?.kind === "campaign"
        ? source.campaign
        : source?.kind === "ad"
          ? (campaigns.get(source.ad) ?? null)
          : null,
    started_at: start.at,
    in_cohort: isInCohort(conversation),
    went_on_at: wentOnAt,
    qualified_at: outcome && isQualified(outcome.outcome) ? outcome.at : null,
    offered_at: handoffs[0]?.at ?? null,
    sold_at: sales[0]?.at ?? null,
    amount_minor: sales[0]?.amountMinor ?? null,
  });
  for (const { metric, startedAt, tookMs, inexact } of clocksOf(conversation, thread.channel, rules, now))
    if (tookMs !== null && !inexact) times.push({ metric, started_at: startedAt, took_ms: tookMs });
}

const WINDOW = "2592000000";
const within = (at: string): string => `${at} <= started_at + ${WINDOW}`;
const customer = within("sold_at");
const handedOff = `(${customer} or ${within("offered_at")})`;
const qualified = `(${handedOff} or ${within("qualified_at")})`;
const wentOn = `(${qualified} or ${within("went_on_at")})`;

/** The same question of raw rows: what each campaign's conversations of some days became within 30 days. */
export const countsQuestion = (from: number, until: number): string => `
  select coalesce(campaign, 'Unattributed') as campaign, count(*) as started,
    count(*) filter (where ${wentOn}) as went_on, count(*) filter (where ${qualified}) as qualified,
    count(*) filter (where ${handedOff}) as handed_off, count(*) filter (where ${customer}) as customers,
    coalesce(sum(amount_minor) filter (where ${customer}), 0) as revenue
  from flat_conversations where in_cohort and started_at >= ${from} and started_at < ${until}
  group by 1 order by 1`;

/** And how long what began on these days took; `median` is a function of the database. */
export const mediansQuestion = (from: number, until: number, median: string): string => `
  select metric, ${median} as median from flat_times
  where started_at >= ${from} and started_at < ${until} group by 1 order by 1`;
