import { compareRates, type Difference, type Proportion } from "./compare.ts";
import { compareCosts, type Spent } from "./cost-compare.ts";
import { MINIMUM_VOLUME } from "./figure.ts";
import { twoSided } from "./normal.ts";

/** One of many beside all the others together. `p` is adjusted for how many there are (Holm). */
export interface Standing {
  key: string;
  p: number;
  toldApart: boolean;
}

/** Best and worst of those with enough volume; null where fewer than two have it. */
export interface Ranking {
  best: Standing;
  worst: Standing;
  ranked: number;
}

type Named<Item> = Item & { key: string };

const ALPHA = 0.05;

/** Best is the highest rate. @param minimum conversations below which none is ranked */
export const rankRates = (
  groups: readonly Named<Proportion>[],
  minimum: number = MINIMUM_VOLUME,
): Ranking | null =>
  rank({
    groups: groups.filter(({ of }) => of >= minimum),
    better: (a, b) => b.hits / b.of - a.hits / a.of || b.of - a.of,
    pool: (a, b) => ({ hits: a.hits + b.hits, of: a.of + b.of }),
    compare: compareRates,
  });

/** Best is the lowest cost per X; with a cost but no X yet is worst. A group without a cost is not ranked. */
export const rankCosts = (
  groups: readonly Named<Spent>[],
  minimum: number = MINIMUM_VOLUME,
): Ranking | null =>
  rank({
    groups: groups.filter(({ of, costMinor }) => of >= minimum && costMinor > 0),
    better: (a, b) =>
      ascending(costEach(a), costEach(b)) || ascending(a.costMinor / a.of, b.costMinor / b.of),
    pool: (a, b) => ({ costMinor: a.costMinor + b.costMinor, hits: a.hits + b.hits, of: a.of + b.of }),
    compare: compareCosts,
  });

/** Infinity where there is no X yet; among those the dearer message is the worse. */
const costEach = ({ costMinor, hits }: Spent): number => costMinor / hits;
const ascending = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

interface Race<Item> {
  groups: readonly Named<Item>[];
  /** Sorts the better first. */
  better: (a: Item, b: Item) => number;
  pool: (a: Item, b: Item) => Item;
  compare: (a: Item, b: Item, z?: number) => Difference;
}

/** Each against the rest, so that looking for the best among many is paid for in the level. */
function rank<Item>({ groups, better, pool, compare }: Race<Item>): Ranking | null {
  const sorted = groups.toSorted(better);
  const chances = sorted.map((group, index) => {
    const [first, ...others] = sorted.toSpliced(index, 1) as [Item, ...Item[]];
    return first === undefined ? 1 : chanceOf((z) => compare(group, others.reduce(pool, first), z));
  });
  // Of two, each is the other's rest: one question, asked once.
  const adjusted = sorted.length === 2 ? chances : holm(chances);
  const standings = sorted.map(({ key }, index): Standing => {
    const p = adjusted[index] ?? 1;
    return { key, p, toldApart: p < ALPHA };
  });
  const [best, worst] = [standings[0], standings.at(-1)];
  return best && worst && standings.length > 1 ? { best, worst, ranked: standings.length } : null;
}

const MAX_Z = 8;

/** The two-sided p value of a comparison: the level at which its interval just reaches 0. */
export function chanceOf(compare: (z: number) => Difference): number {
  let [low, high] = [0, MAX_Z];
  for (let step = 0; step < 50; step += 1) {
    const middle = (low + high) / 2;
    if (compare(middle).toldApart) low = middle;
    else high = middle;
  }
  return twoSided(low);
}

/**
 * p values adjusted so that one false finding among all of them stays as unlikely as with one alone.
 * Source: Holm (1979), Scandinavian Journal of Statistics 6, 65-70.
 */
export function holm(chances: readonly number[]): number[] {
  const order = chances.map((_, index) => index).toSorted((a, b) => (chances[a] ?? 1) - (chances[b] ?? 1));
  const adjusted = [...chances];
  let least = 0;
  for (const [rank, index] of order.entries()) {
    least = Math.max(least, Math.min(1, (chances[index] ?? 1) * (chances.length - rank)));
    adjusted[index] = least;
  }
  return adjusted;
}
