import { allocate, type Exact, roundMinor, sumExact } from "#lib/domain/money.ts";
import type { SpendEntry } from "#lib/domain/spend.ts";
import type { Detail } from "./detail.ts";
import { COUNTS, type Count } from "./headings.ts";
import { keyOf } from "./overlap.ts";

/** The rows of one period and ad, summed but not yet rounded. */
interface Sum {
  first: Detail;
  spend: Exact | null;
  counts: Record<Count, number | null>;
  /** From coarse to fine, what the row is part of. */
  path: string[];
}

/**
 * One entry for each period and ad: breakdowns summed exactly, then rounded once. Rounding goes down the tree (file,
 * period, campaign, ad set, ad), so that parts equal the total at each step, and a report of the same days at another
 * level rounds its days and campaigns alike. Rows that report no amount leave no entry.
 */
export function sumDetails(details: readonly Detail[], currency: string): SpendEntry[] {
  const sums = new Map<string, Sum>();
  for (const detail of details) addTo(sums, detail);
  const sorted = [...sums.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum);
  return round(sorted.flatMap((sum) => (sum.spend === null ? [] : { ...sum, spend: sum.spend }))).map(
    ({ first: { from, to, campaign, adset, ad, adId }, counts, amountMinor }) => ({
      from,
      to,
      campaign,
      adset,
      ad,
      adId,
      amountMinor,
      currency,
      ...counts,
    }),
  );
}

function addTo(sums: Map<string, Sum>, detail: Detail): void {
  const key = keyOf(detail);
  const sum = sums.get(key);
  if (!sum) {
    const { from, to, campaign, adset, ad, adId, spend, counts } = detail;
    const path = [`${from} ${to}`, campaign ?? "", adset ?? "", `${adId ?? ""} ${ad ?? ""}`];
    sums.set(key, { first: detail, spend, counts: { ...counts }, path });
    return;
  }
  if (detail.spend !== null) sum.spend = sum.spend?.plus(detail.spend) ?? detail.spend;
  for (const name of COUNTS) sum.counts[name] = added(sum.counts[name], detail.counts[name]);
  // People reached twice are one: reach cannot be summed.
  sum.counts.reach = null;
}

const added = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : a + b;

type Charged = Sum & { spend: Exact };
type Rounded = Charged & { amountMinor: number };

/** Most accounts are charged in whole minor units, where nothing is left to share out. */
function round(sums: readonly Charged[]): Rounded[] {
  if (sums.every(({ spend }) => spend.isInteger()))
    return sums.map((sum) => ({ ...sum, amountMinor: roundMinor(sum.spend) }));
  const total = roundMinor(sumExact(sums.map(({ spend }) => spend)));
  return share(total, sums, 0);
}

/** Shares a rounded amount over the branches of a tree, and each branch's over its own. */
function share(amountMinor: number, sums: readonly Charged[], depth: number): Rounded[] {
  const branches = Map.groupBy(sums, ({ path }) => path[depth]);
  const parts = [...branches.values()];
  const amounts = allocate(
    amountMinor,
    parts.map((part) => sumExact(part.map(({ spend }) => spend))),
  );
  return parts.flatMap((part, index) => {
    const amount = amounts[index] ?? 0;
    const [only] = part;
    return part.length === 1 && only ? [{ ...only, amountMinor: amount }] : share(amount, part, depth + 1);
  });
}
