import { daysBetween } from "./day.ts";
import type { SpendEntry } from "./spend.ts";

/** What every row of a set names, or any of them does. */
interface Named {
  campaign: boolean;
  ad: boolean;
  adId: boolean;
  adset: boolean;
  /** Length of the rows' periods in days. */
  days: number;
}

const NAMES = ["campaign", "ad", "adId"] as const;

const namedBy = (rows: readonly SpendEntry[], how: "every" | "some"): Named => {
  const names = (field: "campaign" | "ad" | "adId" | "adset") => rows[how]((row) => row[field] !== null);
  const lengths = rows.map(({ from, to }) => daysBetween(from, to));
  return {
    campaign: names("campaign"),
    ad: names("ad"),
    adId: names("adId"),
    adset: names("adset"),
    days: how === "every" ? Math.max(...lengths) : Math.min(...lengths),
  };
};

/**
 * Whether rows tell of their period all that other rows of it tell: campaign, ad, ad id, day. An ad set is told apart
 * in no report, so that it only decides between rows that are otherwise alike.
 */
export function isAsFine(rows: readonly SpendEntry[], others: readonly SpendEntry[]): boolean {
  const mine = namedBy(rows, "every");
  const theirs = namedBy(others, "some");
  if (mine.days > theirs.days || NAMES.some((name) => theirs[name] && !mine[name])) return false;
  const tellsMore = mine.days < theirs.days || NAMES.some((name) => mine[name] && !theirs[name]);
  return tellsMore || mine.adset || !theirs.adset;
}
