import type { Day } from "./day.ts";
import type { SpendEntry, SpendRow } from "./spend.ts";
import { isAsFine } from "./spend-fineness.ts";
import {
  contains,
  inWords,
  overlaps,
  type Period,
  type Replaced,
  runsOf,
  type Stretch,
  stretchesOf,
} from "./spend-period.ts";

/** What the ledger needs of a file that was read. `from` and `to` are the days it covers, null when it has no rows. */
export interface SpendImport {
  currency: string | null;
  from: Day | null;
  to: Day | null;
  rows: readonly SpendEntry[];
  reconciles: boolean | null;
}

/** The ad account that an import belongs to; its currency is null before its first import. */
export interface SpendOwner {
  id: string;
  currency: string | null;
}

export type ImportRefusal =
  | { ok: false; reason: "other_currency" | "does_not_reconcile"; sentence: string }
  | { ok: false; reason: "cuts_range"; sentence: string; file: Period; held: Period };

/** What an import does to the rows that an account holds. `keep` and `add` together are what it holds afterwards. */
export interface ImportPlan {
  ok: true;
  keep: SpendRow[];
  remove: SpendRow[];
  add: SpendRow[];
  /** The days that were replaced, with what was held of them. */
  replaced: Replaced[];
  /** Nothing is removed and nothing added. */
  unchanged: boolean;
}

/**
 * Decides what a file changes in one ad account. A later import replaces the days it covers, at any level. Where it
 * gives the same total for them (to the rounding: a minor unit a period held) it changes nothing, unless it tells
 * more: a second breakdown, or campaigns where ads are held, leaves the finer rows with their ad ids in place; ads
 * where campaigns are held take their place. The same rows with counts that were not held before gain the counts.
 * A stored range without days that the file would cut is refused: its share of the days is not known.
 * @param held all rows of this account
 */
export function planImport(
  owner: SpendOwner,
  held: readonly SpendRow[],
  file: SpendImport,
): ImportPlan | ImportRefusal {
  const { from, to, rows } = file;
  const currency = owner.currency ?? held[0]?.currency ?? file.currency;
  if (file.currency !== currency && file.currency !== null) return otherCurrency(file.currency, currency);
  if (file.reconciles === false)
    return {
      ok: false,
      reason: "does_not_reconcile",
      sentence:
        "The rows of this file do not add up to its own total: it was cut or edited. Export it again and import it unopened.",
    };
  if (from === null || to === null || rows.length === 0) return planOf(held, [], []);
  const covered = { from, to };
  const cut = held.find((row) => overlaps(row, covered) && !contains(covered, row));
  if (cut) return cutsRange(covered, { from: cut.from, to: cut.to });
  const remove: SpendRow[] = [];
  const add: SpendRow[] = [];
  const inside = held.filter((row) => contains(covered, row));
  for (const stretch of stretchesOf(inside, rows)) {
    const stays = settle(stretch);
    if (stays === "held") continue;
    remove.push(...stretch.held);
    add.push(...stays.map((row) => ({ ...row, account: owner.id })));
  }
  return planOf(held, remove, add);
}

function planOf(held: readonly SpendRow[], remove: SpendRow[], add: SpendRow[]): ImportPlan {
  const gone = new Set(remove);
  const keep = held.filter((row) => !gone.has(row));
  const unchanged = remove.length === 0 && add.length === 0;
  return { ok: true, keep, remove, add, replaced: runsOf(remove), unchanged };
}

/** The rows that a stretch has after the import, or that what is held stays as it is. */
function settle({ held, said }: Stretch): "held" | SpendEntry[] {
  if (held.length === 0 || said.length === 0) return said;
  const merged = withCounts(held, said);
  if (merged !== null) return merged;
  const rounding = new Set(held.map(({ from, to }) => `${from} ${to}`)).size;
  const isSame = Math.abs(total(held) - total(said)) <= rounding;
  return isSame && !isAsFine(said, held) ? "held" : [...said];
}

const total = (rows: readonly SpendEntry[]): number =>
  rows.reduce((sum, { amountMinor }) => sum + amountMinor, 0);

const COUNTS = [
  "impressions",
  "linkClicks",
  "reach",
  "views",
  "engagements",
  "conversationsStarted",
] as const;

const keyOf = ({ from, to, campaign, adset, ad, adId, amountMinor }: SpendEntry): string =>
  JSON.stringify([from, to, campaign, adset, ad, adId, amountMinor]);

/**
 * Where both say the same of every row: the file's rows, with counts that only the rows held had. "held" where that
 * adds nothing, null where they say different things.
 */
function withCounts(held: readonly SpendRow[], said: readonly SpendEntry[]): "held" | SpendEntry[] | null {
  const known = new Map(held.map((row) => [keyOf(row), row]));
  if (known.size !== said.length || held.length !== said.length) return null;
  let gains = false;
  const merged: SpendEntry[] = [];
  for (const row of said) {
    const before = known.get(keyOf(row));
    if (!before) return null;
    const counts = Object.fromEntries(COUNTS.map((name) => [name, row[name] ?? before[name]]));
    const next = { ...row, ...counts };
    gains ||= COUNTS.some((name) => next[name] !== before[name]);
    merged.push(next);
  }
  return gains ? merged : "held";
}

const otherCurrency = (file: string, account: string | null): ImportRefusal => ({
  ok: false,
  reason: "other_currency",
  sentence: `This file is in ${file}, the ad account in ${account}: choose the account it was exported from, or name a new one.`,
});

const cutsRange = (file: Period, held: Period): ImportRefusal => ({
  ok: false,
  reason: "cuts_range",
  sentence: `This file covers ${inWords(file)}, and ${inWords(held)} is held as one range without days. Export a period that holds all of both, with the breakdown by day.`,
  file,
  held,
});
