import type { SpendEntry, SpendRow } from "#lib/domain/spend.ts";

/** A row of an export in which nothing is reported but what is given. */
export const spendEntry = (part: Partial<SpendEntry>): SpendEntry => ({
  from: "2026-11-16",
  to: "2026-11-16",
  campaign: null,
  adset: null,
  ad: null,
  adId: null,
  amountMinor: 0,
  currency: "USD",
  impressions: null,
  linkClicks: null,
  reach: null,
  views: null,
  engagements: null,
  conversationsStarted: null,
  ...part,
});

/** The same, of an ad account. */
export const spendRow = ({ account = "shop", ...part }: Partial<SpendRow>): SpendRow => ({
  account,
  ...spendEntry(part),
});
