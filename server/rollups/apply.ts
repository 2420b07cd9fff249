import { type RawBuilder, sql } from "kysely";
import type { Context } from "#server/context.ts";
import type { Delta, Sum } from "./delta.ts";
import { ROLLUP_TABLES, type RollupTable } from "./table.ts";

const ROWS_AT_ONCE = 2_000;

/**
 * Adds to the rollups, all tables by one statement, always in one order. The last thing that a transaction does:
 * whoever adds to the same rows waits for its end.
 */
export async function apply(
  { db, workspace }: Pick<Context, "db" | "workspace">,
  delta: Delta,
): Promise<void> {
  const sums = ROLLUP_TABLES.map((table) => ({ table, rows: delta.of(table) }));
  const most = Math.max(...sums.map(({ rows }) => rows.length));
  for (let from = 0; from < most; from += ROWS_AT_ONCE) {
    const parts = sums
      .map(({ table, rows }) => ({ table, rows: rows.slice(from, from + ROWS_AT_ONCE) }))
      .filter(({ rows }) => rows.length > 0)
      .map(({ table, rows }) => sql`${sql.ref(`add_${table.name}`)} as (${added(workspace, table, rows)})`);
    await sql`with ${sql.join(parts)} select`.execute(db);
  }
}

/** Rows in their order, and only the columns that change. */
function added(
  workspace: string,
  { name, key, columns, type }: RollupTable,
  rows: readonly Sum[],
): RawBuilder<unknown> {
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
  return sql`
    insert into ${sql.table(name)} (workspace_id, ${names})
    select ${workspace}::uuid, * from unnest(${sql.join(lists)})
    on conflict (workspace_id, ${sql.join(keys.map(([column]) => sql.ref(column)))})
    do update set ${sql.join(sums)}`;
}
