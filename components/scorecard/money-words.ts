import { money, percentFine, plural } from "./numbers.ts";
import type { Reading } from "./reading.ts";

export interface RevenueSaid {
  /** "$2,720.00, 32 sales", or "none yet". */
  inChat: string;
  outside: string;
  /** "within 30 days". */
  window: string;
}

/** Standing sales less refunds, in chat and outside apart, in the report's currency. */
export function sayRevenue({ card, slice }: Reading): RevenueSaid {
  const { currency, query } = card;
  const sold = currency === null ? undefined : slice.tally.revenue[currency];
  const say = (minor: number, sales: number) =>
    sales === 0 ? "none yet" : `${money(minor, currency)}, ${plural(sales, "sale", "sales")}`;
  return {
    inChat: say(sold?.immediateMinor ?? 0, sold?.immediate ?? 0),
    outside: say(sold?.assistedMinor ?? 0, sold?.assisted ?? 0),
    window: query.window === "any" ? "whenever" : `within ${plural(query.window, "day", "days")}`,
  };
}

/** ROI in words: what it is, or what is missing for it. */
export function sayRoi({ slice }: Reading): string {
  const { roi } = slice.ladder.beside;
  if (roi !== null) return percentFine(roi);
  return slice.totalCostMinor === null ? "no cost recorded" : "no amounts in this currency";
}
