import type { CountRow, SoldRow } from "./parts-asked.ts";

/** Of rows the parts of a key that parts with a name share, and where their sums begin. */
interface Shape {
  /** Places of the key: stretch and source, and a currency. */
  key: readonly number[];
  sums: number;
}

const COUNTS: Shape = { key: [0, 1], sums: 5 };
const SOLD: Shape = { key: [0, 1, 5], sums: 6 };

/**
 * What rows with a name leave of the rows of all: nobody's conversations, or those without a macro. Sums are added up
 * of the same conversations, so that nothing is ever left below zero.
 */
export const countsWithoutNamed = (all: readonly CountRow[], named: readonly CountRow[]): CountRow[] =>
  withoutNamed(all, named, COUNTS).filter((row) => Number(row[COUNTS.sums]) > 0);

export const soldWithoutNamed = (all: readonly SoldRow[], named: readonly SoldRow[]): SoldRow[] =>
  withoutNamed(all, named, SOLD);

function withoutNamed<Row extends CountRow | SoldRow>(
  all: readonly Row[],
  named: readonly Row[],
  { key, sums }: Shape,
): Row[] {
  const keyOf = (row: Row): string => JSON.stringify(key.map((place) => row[place]));
  const taken = new Map<string, number[]>();
  for (const row of named) {
    const sum = taken.get(keyOf(row)) ?? [];
    taken.set(
      keyOf(row),
      row.slice(sums).map((value, n) => (sum[n] ?? 0) + Number(value)),
    );
  }
  return all.map((row) => {
    const less = taken.get(keyOf(row)) ?? [];
    const left = row.slice(sums).map((value, n) => Number(value) - (less[n] ?? 0));
    // safe because: the head of the row stands, and its tail are as many numbers as before.
    return [...row.slice(0, sums), ...left] as Row;
  });
}
