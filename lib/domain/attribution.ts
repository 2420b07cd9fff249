import type { Conversation } from "./conversation.ts";
import type { Source } from "./event-data.ts";
import type { SpendRow } from "./spend.ts";
import { countedTouch, type TouchRule } from "./touch.ts";

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

/** What the recorded spend names: ads by id, campaigns by name, and whether it is for the account as a whole. */
export interface SpendIndex {
  ads: ReadonlyMap<string, { ad: string | null; campaign: string | null }>;
  campaigns: ReadonlySet<string>;
  /** Some spend names no campaign: it was spent on every ad. */
  isWhole: boolean;
}

/** @param names campaigns that people gave to ads whose id no export named */
export function indexSpend(
  rows: readonly SpendRow[],
  names: ReadonlyMap<string, string> = new Map(),
): SpendIndex {
  const ads = new Map<string, { ad: string | null; campaign: string | null }>();
  for (const [adId, campaign] of names) ads.set(adId, { ad: null, campaign });
  for (const { adId, ad, campaign } of rows) if (adId !== null) ads.set(adId, { ad, campaign });
  const campaigns = new Set(rows.flatMap(({ campaign }) => campaign ?? []));
  return { ads, campaigns, isWhole: rows.some(({ campaign, adId }) => campaign === null && adId === null) };
}

/** Where a source is counted, given the spend that is known (definitions, Attribution). */
export function placeOf(source: Source | null, { ads, campaigns, isWhole }: SpendIndex): Place {
  if (source === null) return NOWHERE;
  switch (source.kind) {
    case "ad": {
      const known = ads.get(source.ad);
      const campaign = known?.campaign ?? null;
      const label = campaign ?? `Ad ${source.ad}, campaign unknown`;
      const spentOn = isWhole || known !== undefined;
      return { campaign, ad: source.ad, creator: null, label, spentOn };
    }
    case "campaign":
      return {
        campaign: source.campaign,
        ad: null,
        creator: null,
        label: source.campaign,
        spentOn: isWhole || campaigns.has(source.campaign),
      };
    case "creator":
      return { ...NOWHERE, creator: source.creator, label: source.creator };
    case "ref":
      return { ...NOWHERE, label: `Link ${source.ref}` };
    case "other":
      return { ...NOWHERE, label: source.label };
  }
}

/** The place of a conversation by its first (default) or last touch; none is inherited from an earlier conversation. */
export const placeOfConversation = (
  { touches }: Conversation,
  index: SpendIndex,
  rule: TouchRule = "first",
): Place => placeOf(countedTouch(touches, rule)?.source ?? null, index);
