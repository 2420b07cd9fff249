import type { Basis } from "./ladder.ts";
import type { SpendRow } from "./spend.ts";

/**
 * What the ads were shown for and what came of it, beside the ladder (definitions, The ladder, "Also"). A row that does
 * not report a count is in no figure of it; null where that leaves none: never 0 for want of data.
 */
export interface Delivery {
  /** 1000 x spend / impressions, and spend / views: minor units, not rounded, since a view costs less than one. */
  cpm: number | null;
  cpv: number | null;
  /** Started / link clicks, where every row reports them. More than 1 where people write without a click. */
  clickToMessage: Record<Basis, number | null>;
  /** Engagements / reach, or / impressions: reach cannot be summed, so it is taken of a single row alone. */
  engagementRate: { value: number; of: "reach" | "impressions" } | null;
}

/**
 * @param rows the spend of the report's currency
 * @param started conversations of each basis
 */
export function deliveryOf(rows: readonly SpendRow[], started: Record<Basis, number>): Delivery {
  const perImpression = quotient(rows, "amountMinor", "impressions");
  const clicks = rows.every(({ linkClicks }) => linkClicks !== null)
    ? rows.reduce((sum, { linkClicks }) => sum + (linkClicks ?? 0), 0)
    : 0;
  const perClick = (conversations: number) => (clicks === 0 ? null : conversations / clicks);
  return {
    cpm: perImpression === null ? null : 1_000 * perImpression,
    cpv: quotient(rows, "amountMinor", "views"),
    clickToMessage: { attributed: perClick(started.attributed), blended: perClick(started.blended) },
    engagementRate: engagementRateOf(rows),
  };
}

function engagementRateOf(rows: readonly SpendRow[]): Delivery["engagementRate"] {
  for (const whole of ["reach", "impressions"] as const) {
    const value = whole === "reach" && rows.length > 1 ? null : quotient(rows, "engagements", whole);
    if (value !== null) return { value, of: whole };
  }
  return null;
}

type Count = "amountMinor" | "impressions" | "reach" | "views" | "engagements";

/** One sum over another, of the rows that report both. */
function quotient(rows: readonly SpendRow[], part: Count, whole: Count): number | null {
  let [parts, wholes] = [0, 0];
  for (const row of rows) {
    const [some, all] = [row[part], row[whole]];
    if (some === null || all === null) continue;
    parts += some;
    wholes += all;
  }
  return wholes === 0 ? null : parts / wholes;
}
