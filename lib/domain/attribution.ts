import type { Source } from "./event-data.ts";
import type { SpendRow } from "./spend.ts";

/** Where a conversation is counted. `null` is "not known"; no field set at all is *unattributed*. */
export interface Place {
  campaign: string | null;
  ad: string | null;
  creator: string | null;
  /** The source in words, null when there is none. */
  label: string | null;
  /** The source is one that money was spent on, as far as the spend recorded says. */
  spentOn: boolean;
}

const NOWHERE: Place = { campaign: null, ad: null, creator: null, label: null, spentOn: false };

/** What is known of ads by their ids, and what money was spent on: ads, campaigns, or the account as a whole. */
export interface SpendIndex {
  ads: ReadonlyMap<string, { ad: string | null; campaign: string | null }>;
  paidAds: ReadonlySet<string>;
  paidCampaigns: ReadonlySet<string>;
  /** Some spend names no campaign: it was spent on every ad. */
  isWhole: boolean;
}

/**
 * @param names campaigns that people gave to ads whose id no export named; a name is no spend
 * @param currency of the report: money in another is not in its costs
 */
export function indexSpend(
  rows: readonly SpendRow[],
  names: ReadonlyMap<string, string>,
  currency: string | null,
): SpendIndex {
  const ads = new Map<string, { ad: string | null; campaign: string | null }>();
  for (const [adId, campaign] of names) ads.set(adId, { ad: null, campaign });
  for (const { adId, ad, campaign } of rows) if (adId !== null) ads.set(adId, { ad, campaign });
  const paid = rows.filter((row) => row.currency === currency);
  return {
    ads,
    paidAds: new Set(paid.flatMap(({ adId }) => adId ?? [])),
    paidCampaigns: new Set(paid.flatMap(({ campaign }) => campaign ?? [])),
    isWhole: paid.some(({ campaign, adId }) => campaign === null && adId === null),
  };
}

/** Where a source is counted, given the spend that is known (definitions, Attribution). */
export function placeOf(source: Source | null, { ads, paidAds, paidCampaigns, isWhole }: SpendIndex): Place {
  if (source === null) return NOWHERE;
  switch (source.kind) {
    case "ad": {
      const campaign = ads.get(source.ad)?.campaign ?? null;
      const label = campaign ?? `Ad ${source.ad}, campaign unknown`;
      const isNamed = campaign !== null && paidCampaigns.has(campaign);
      const spentOn = isWhole || isNamed || paidAds.has(source.ad);
      return { campaign, ad: source.ad, creator: null, label, spentOn };
    }
    case "campaign":
      return {
        campaign: source.campaign,
        ad: null,
        creator: null,
        label: source.campaign,
        spentOn: isWhole || paidCampaigns.has(source.campaign),
      };
    case "creator":
      return { ...NOWHERE, creator: source.creator, label: source.creator };
    case "ref":
      return { ...NOWHERE, label: `Link ${source.ref}` };
    case "other":
      return { ...NOWHERE, label: source.label };
  }
}
