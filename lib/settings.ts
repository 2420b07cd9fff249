import type { SourceList } from "#lib/contract.ts";
import { keyMapOf, type OwnKeys } from "#lib/domain/commands.ts";
import { DEFAULT_RULES } from "#lib/domain/conversation.ts";
import type { Macro, Settings } from "#lib/domain/settings.ts";
import type { SpendRow } from "#lib/domain/spend.ts";
import type { OverlaySettings } from "#lib/messages.ts";

/** What a rep may choose from where no server says it: the campaigns and ads of the spend, and the creators named. */
export function sourcesOf({ creators, adNames }: Settings, spend: readonly SpendRow[]): SourceList {
  const ads = new Map(
    Object.entries(adNames).map(([id, campaign]) => [
      id,
      { id, name: null as string | null, campaign: campaign as string | null },
    ]),
  );
  for (const { adId, ad, campaign } of spend)
    if (adId !== null) ads.set(adId, { id: adId, name: ad, campaign });
  const campaigns = new Set(spend.flatMap(({ campaign }) => campaign ?? []));
  return { campaigns: [...campaigns].toSorted(), ads: [...ads.values()], creators };
}

export interface OverlayInput {
  settings: Settings;
  /** The person's own macros. */
  own: readonly Macro[];
  sources: SourceList;
  members: readonly { id: string; name: string }[];
  team: OverlaySettings["team"];
  /** The Page that is open, whose own rule of folding is taken. */
  asset: string | null;
  /** The currency of the money that is known, where the settings name none. */
  currency: string | null;
  probe: boolean;
  keys: OwnKeys;
}

/** What the overlay takes from all of it. */
export function overlaySettingsOf({
  settings,
  own,
  sources,
  members,
  team,
  asset,
  currency,
  probe,
  keys,
}: OverlayInput): OverlaySettings {
  const { reasons, checklist, keywords, macros, manualPages, anchors } = settings;
  return {
    reasons,
    reasonNames: settings.reasonNames ?? {},
    checklist,
    keywords,
    currency: settings.currency ?? currency ?? "USD",
    macros: [...own.map((macro) => ({ ...macro, isPersonal: true as const })), ...macros],
    sources: choices(sources),
    ads: Object.fromEntries(sources.ads.map(({ id, name, campaign }) => [id, campaign ?? name ?? id])),
    members: Object.fromEntries(members.map(({ id, name }) => [id, name])),
    team,
    rules: { ...DEFAULT_RULES, unknownIsPerson: asset !== null && manualPages.includes(asset) },
    probe,
    keys: keyMapOf(keys),
    anchors,
  };
}

const choices = ({ campaigns, ads, creators }: SourceList): OverlaySettings["sources"] => [
  ...campaigns.map((campaign) => ({ label: campaign, source: { kind: "campaign" as const, campaign } })),
  ...creators.map((creator) => ({ label: creator, source: { kind: "creator" as const, creator } })),
  ...ads.flatMap(({ id, name, campaign }) =>
    name === null
      ? []
      : [
          {
            label: campaign === null ? name : `${name}, ${campaign}`,
            source: { kind: "ad" as const, ad: id },
          },
        ],
  ),
];
