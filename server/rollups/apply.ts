import { sql } from "kysely";
import type { Context } from "#server/context.ts";
import type { Delta, Sum } from "./delta.ts";
import { ROLLUP_TABLES, type RollupTable } from "./table.ts";

const ROWS_AT_ONCE = 2_000;

/** Adds to the rollups. The last thing that a transaction does: whoever adds to the same rows waits for its end. */
export async function apply(place: Pick<Context, "db" | "workspace">, delta: Delta): Promise<void> {
  for (const table of ROLLUP_TABLES) {
    const rows = delta.of(table);
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
      await add(place, table, rows.slice(from, from + ROWS_AT_ONCE));
  }
}

/** One statement: rows in their order, and only the columns that change. */
async function add(
  { db, workspace }: Pick<Context, "db" | "workspace">,
  { name, key, columns, type }: RollupTable,
  rows: readonly Sum[],
): Promise<void> {
  const keys = Object.entries(key);
  const changed = columns.filter((column) => rows.some(({ values }) => values[column]));
  const names = sql.join([...keys.map(([column]) => sql.ref(column)), ...changed.map((one) => sql.ref(one))]);
  const lists = [
    ...keys.map(([, kind], n) => sql`${rows.map((row) => row.key[n])}::${sql.raw(kind)}[]`),
    ...changed.map((column) => sql`${rows.map(({ values }) => values[column] ?? 0)}::${sql.raw(type)}[]`),
  ];
  const sums = changed.map(
    (column) => sql`${sql.ref(column)} = ${sql.ref(`${name}.${column}`)} + ${sql.ref(`excluded.${column}`)}`,
  );
  await sql`
    insert into ${sql.table(name)} (workspace_id, ${names})
    select ${workspace}::uuid, * from unnest(${sql.join(lists)})
    on conflict (workspace_id, ${sql.join(keys.map(([column]) => sql.ref(column)))})
    do update set ${sql.join(sums)}`.execute(db);
}
