import { ROLLUP_TABLES, type RollupTable } from "./table.ts";

export type KeyPart = string | number;

/** What is to be added to one row, by column. */
export interface Sum {
  key: readonly KeyPart[];
  values: Record<string, number>;
}

/** What is to be added to the rollups: sums by table and key. */
export class Delta {
  readonly #tables = new Map(ROLLUP_TABLES.map((table) => [table, new Map<string, Sum>()]));

  /** Adds to one column of one row; `key` in the order of the table's own. */
  add(table: RollupTable, key: readonly KeyPart[], column: string, by: number): void {
    if (by === 0) return;
    const { values } = this.row(table, key);
    values[column] = (values[column] ?? 0) + by;
  }

  row(table: RollupTable, key: readonly KeyPart[]): Sum {
    const rows = this.#tables.get(table) ?? new Map<string, Sum>();
    const text = JSON.stringify(key);
    const known = rows.get(text);
    if (known) return known;
    const sum: Sum = { key, values: {} };
    rows.set(text, sum);
    return sum;
  }

  /** The rows that change, always in one order: two batches never wait for each other in a circle. */
  of(table: RollupTable): Sum[] {
    const rows = [...(this.#tables.get(table) ?? [])].toSorted(([a], [b]) => (a < b ? -1 : 1));
    return rows.map(([, sum]) => sum).filter(({ values }) => Object.values(values).some((by) => by !== 0));
  }
}
