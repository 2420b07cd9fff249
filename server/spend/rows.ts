import type { Selectable } from "kysely";
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
