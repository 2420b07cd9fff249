import { type Selectable, sql } from "kysely";
import { addDays, type Days } from "#lib/domain/day.ts";
import type { SpendRow } from "#lib/domain/spend.ts";
import type { Context } from "#server/context.ts";
import { kept } from "#server/kept-statements.ts";
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
  const [first, last] = [stretches[0]?.from, stretches.at(-1)?.to];
  if (first === undefined || last === undefined) return [];
  const begins = [...stretches.map(({ from }) => from), addDays(last, 1)];
  // A stretch's number is that of its first day; 0 lies before them all, and the one after the last day after them all.
  const { rows } = await sql<Selectable<Tables["spend_rows"]> & { stretch: number; cut: boolean }>`${kept(db)}
    select first as stretch, first <> last as cut, min(from_day) as from_day, max(to_day) as to_day, account_id,
      campaign, min(adset) as adset, ad, ad_id, sum(amount_minor)::int8 as amount_minor, currency,
      sum(impressions)::int8 as impressions, sum(link_clicks)::int8 as link_clicks,
      case when count(*) = 1 then sum(reach)::int8 end as reach, sum(views)::int8 as views,
      sum(engagements)::int8 as engagements, sum(conversations_started)::int8 as conversations_started
    from (
      select *, width_bucket(from_day, ${begins}::date[]) as first, width_bucket(to_day, ${begins}::date[]) as last,
        (impressions is null)::int + 2 * (link_clicks is null)::int + 4 * (views is null)::int
          + 8 * (engagements is null)::int + 16 * (conversations_started is null)::int as unreported
      from spend_rows where workspace_id = ${workspace} and from_day <= ${last} and to_day >= ${first}) as rows
    group by account_id, first, last, campaign, ad, ad_id, currency, unreported,
      case when first <> last then row_id end
    order by max(row_id)`.execute(db);
  return rows.map(({ stretch, cut, ...row }) => {
    const whole = cut ? undefined : stretches[stretch - 1];
    return fromRow(whole ? { ...row, from_day: whole.from, to_day: whole.to } : row);
  });
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
