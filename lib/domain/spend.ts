import { addDays, type Day, daysBetween } from "./day.ts";

/**
 * What the platform charged, as stored: one day and one ad where the export says so, else a range of days at
 * whatever level the file had. Days are the ad account's. Amounts are integer minor units of one currency; null is
 * "not reported", never 0.
 */
export interface SpendRow {
  account: string;
  from: Day;
  to: Day;
  campaign: string | null;
  adset: string | null;
  ad: string | null;
  adId: string | null;
  amountMinor: number;
  currency: string;
  impressions: number | null;
  linkClicks: number | null;
  reach: number | null;
  views: number | null;
  engagements: number | null;
  /** Meta's own count, shown beside ours and never mixed with it. */
  conversationsStarted: number | null;
}

/** Two spellings of one name are one ad account: its spend would count twice. */
export const isSameAccount = (a: string, b: string): boolean =>
  a.trim().toLowerCase() === b.trim().toLowerCase();

/** A row of an export, before it belongs to an ad account. */
export type SpendEntry = Omit<SpendRow, "account">;

/** A range that a window cuts: which days of it were taken. The report says so. */
export interface SharedRange {
  from: Day;
  to: Day;
  days: number;
  of: number;
}

export interface SpendWithin {
  rows: SpendRow[];
  shared: SharedRange[];
}

/** Additive counts of a row; reach is none, it cannot be summed. */
const COUNTS = [
  "amountMinor",
  "impressions",
  "linkClicks",
  "views",
  "engagements",
  "conversationsStarted",
] as const;

/**
 * The spend of a window of days, both ends counted. A range that the window cuts gives its share by days, rounded so
 * that windows that follow on each other sum to the whole.
 */
export function spendWithin(rows: readonly SpendRow[], from: Day, to: Day): SpendWithin {
  const within: SpendRow[] = [];
  const shared = new Map<string, SharedRange>();
  for (const row of rows) {
    if (row.to < from || row.from > to) continue;
    const first = row.from < from ? from : row.from;
    const last = row.to > to ? to : row.to;
    if (first === row.from && last === row.to) within.push(row);
    else {
      within.push(shareOf(row, first, last));
      const range = {
        from: row.from,
        to: row.to,
        days: daysBetween(first, last),
        of: daysBetween(row.from, row.to),
      };
      shared.set(`${row.account} ${row.from} ${row.to}`, range);
    }
  }
  return { rows: within, shared: [...shared.values()] };
}

function shareOf(row: SpendRow, first: Day, last: Day): SpendRow {
  const of = daysBetween(row.from, row.to);
  const before = daysBetween(row.from, addDays(first, -1));
  const until = daysBetween(row.from, last);
  const share = (whole: number | null) =>
    whole === null ? null : firstDays(whole, until, of) - firstDays(whole, before, of);
  const counts = Object.fromEntries(COUNTS.map((name) => [name, share(row[name])]));
  return { ...row, ...counts, from: first, to: last, reach: null };
}

/** The share of the first days of a range, rounded; by quotient and remainder, so that no product leaves exact numbers. */
const firstDays = (whole: number, days: number, of: number): number =>
  Math.floor(whole / of) * days + Math.round(((whole % of) * days) / of);

/** The sum of the amounts in one currency, null where nothing was recorded in it. */
export function sumSpend(rows: readonly SpendRow[], currency: string | null): number | null {
  const mine = rows.filter((row) => row.currency === currency);
  return mine.length === 0 ? null : mine.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
}
