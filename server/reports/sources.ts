import type { SourceList } from "#lib/contract.ts";
import type { Context } from "#server/context.ts";
import { demand } from "#server/members/roles.ts";
import { readSettings } from "#server/workspace/read-settings.ts";

/** What a conversation can be said to come from: campaigns and ads that spend or people named, and creators. */
export async function listSources({ ctx }: { ctx: Context }): Promise<SourceList> {
  demand(ctx, "tag");
  const { adNames, creators } = await readSettings(ctx);
  const spent = ctx.db.selectFrom("spend_rows").where("workspace_id", "=", ctx.workspace);
  const campaigns = await spent
    .select("campaign")
    .distinct()
    .where("campaign", "is not", null)
    .$narrowType<{ campaign: string }>()
    .execute();
  // An ad may be renamed: its newest day speaks.
  const ads = await spent
    .select(["ad_id as id", "ad as name", "campaign"])
    .distinctOn("ad_id")
    .where("ad_id", "is not", null)
    .orderBy("ad_id")
    .orderBy("to_day", "desc")
    .$narrowType<{ id: string }>()
    .execute();
  const known = new Set(ads.map(({ id }) => id));
  const named = Object.entries(adNames)
    .filter(([id]) => !known.has(id))
    .map(([id, campaign]) => ({ id, name: null, campaign }));
  const names = new Set([...campaigns.map(({ campaign }) => campaign), ...Object.values(adNames)]);
  return { campaigns: [...names].toSorted(), ads: [...ads, ...named], creators };
}
