import { type Selectable, sql } from "kysely";
import type { Days } from "#lib/domain/day.ts";
import type { SpendRow } from "#lib/domain/spend.ts";
import type { Context } from "#server/context.ts";
import type { Tables } from "#server/schema.ts";

type Place = Pick<Context, "db" | "workspace">;

/** All spend of the workspace that touches a window of days, both ends counted. */
export async function spendBetween({ db, workspace }: Place, from: string, to: string): Promise<SpendRow[]> {
  const rows = await db
    .selectFrom("spend_rows")
    .selectAll()
    .where("workspace_id", "=", workspace)
    .where("from_day", "<=", to)
    .where("to_day", ">=", from)
    .orderBy("row_id")
    .execute();
  return rows.map(fromRow);
}

/**
 * The spend of some stretches of days that follow on each other, added up by stretch, ad and campaign: rows that lie in
 * one stretch are one row of it, with the counts that all of them report. Rows that a stretch cuts stay as they are.
 */
export async function spendSums({ db, workspace }: Place, stretches: readonly Days[]): Promise<SpendRow[]> {
  const { rows } = await sql<Selectable<Tables["spend_rows"]>>`
    select account_id, coalesce(w.from_day, s.from_day) as from_day, coalesce(w.to_day, s.to_day) as to_day,
      campaign, min(adset) as adset, ad, ad_id, sum(amount_minor)::int8 as amount_minor, currency,
      sum(impressions)::int8 as impressions, sum(link_clicks)::int8 as link_clicks,
      case when count(*) = 1 then sum(reach)::int8 end as reach, sum(views)::int8 as views,
      sum(engagements)::int8 as engagements, sum(conversations_started)::int8 as conversations_started
    from spend_rows s left join unnest(${stretches.map(({ from }) => from)}::date[],
      ${stretches.map(({ to }) => to)}::date[]) as w (from_day, to_day)
      on s.from_day >= w.from_day and s.to_day <= w.to_day
    where workspace_id = ${workspace} and s.from_day <= ${stretches.at(-1)?.to}
      and s.to_day >= ${stretches[0]?.from}
    group by account_id, w.from_day, w.to_day, coalesce(w.from_day, s.from_day), coalesce(w.to_day, s.to_day),
      campaign, ad, ad_id, currency, impressions is null, link_clicks is null, views is null,
      engagements is null, conversations_started is null, case when w.from_day is null then row_id end
    order by max(row_id)`.execute(db);
  return rows.map(fromRow);
}

/** All rows that an ad account holds, each with the id of its row. */
export async function spendOfAccount(
  { db, workspace }: Place,
  account: string,
): Promise<{ id: number; row: SpendRow }[]> {
  const rows = await db
    .selectFrom("spend_rows")
    .selectAll()
    .where("workspace_id", "=", workspace)
    .where("account_id", "=", account)
    .orderBy("row_id")
    .execute();
  return rows.map((row) => ({ id: row.row_id, row: fromRow(row) }));
}

const fromRow = (row: Selectable<Tables["spend_rows"]>): SpendRow => ({
  account: row.account_id,
  from: row.from_day,
  to: row.to_day,
  campaign: row.campaign,
  adset: row.adset,
  ad: row.ad,
  adId: row.ad_id,
  amountMinor: row.amount_minor,
  currency: row.currency,
  impressions: row.impressions,
  linkClicks: row.link_clicks,
  reach: row.reach,
  views: row.views,
  engagements: row.engagements,
  conversationsStarted: row.conversations_started,
});

/** The row of spend as an import stores it. */
export const toRow = (row: SpendRow, workspace: string, importId: string) => ({
  workspace_id: workspace,
  account_id: row.account,
  import_id: importId,
  from_day: row.from,
  to_day: row.to,
  campaign: row.campaign,
  adset: row.adset,
  ad: row.ad,
  ad_id: row.adId,
  amount_minor: row.amountMinor,
  currency: row.currency,
  impressions: row.impressions,
  link_clicks: row.linkClicks,
  reach: row.reach,
  views: row.views,
  engagements: row.engagements,
  conversations_started: row.conversationsStarted,
});
