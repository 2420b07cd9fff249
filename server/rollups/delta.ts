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

  /** What adds to the columns of one row; `key` in the order of the table's own. */
  adder(table: RollupTable, key: readonly KeyPart[]): (column: string, by: number) => void {
    const rows = this.#tables.get(table) ?? new Map<string, Sum>();
    const text = JSON.stringify(key);
    const { values }: Pick<Sum, "values"> = rows.get(text) ?? { values: {} };
    rows.set(text, { key, values });
    return (column, by) => {
      if (by !== 0) values[column] = (values[column] ?? 0) + by;
    };
  }

  /** The rows that change, always in one order: two batches never wait for each other in a circle. */
  of(table: RollupTable): Sum[] {
    const rows = [...(this.#tables.get(table) ?? [])].toSorted(([a], [b]) => (a < b ? -1 : 1));
    return rows.map(([, sum]) => sum).filter(({ values }) => Object.values(values).some((by) => by !== 0));
  }
}
