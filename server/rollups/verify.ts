import { isDeepStrictEqual } from "node:util";
import { sql } from "kysely";
import type { Thread } from "#lib/domain/thread.ts";
import type { Context } from "#server/context.ts";
import type { Database } from "#server/database.ts";
import { foldThreads } from "#server/events/refold.ts";
import { threadRows } from "#server/events/log.ts";
import { threadPages } from "#server/events/thread-pages.ts";
import { readInForce } from "#server/workspace/in-force.ts";
import { contribute } from "./contribution.ts";
import { Delta } from "./delta.ts";
import { rollupRules } from "./rules.ts";
import { ROLLUP_TABLES, type RollupTable } from "./table.ts";
import { conversationRows, type Folded, openClockRows } from "./thread-rows.ts";

type Place = Pick<Context, "db" | "workspace">;

/** One row that is not what the log says. Null is "no such row". */
export interface Difference {
  table: string;
  key: string;
  stored: unknown;
  recounted: unknown;
}

/** Folds the whole log anew, as it stands at one moment, and names every row of states and rollups that differs. */
export const verifyRollups = (db: Database, workspace: string): Promise<Difference[]> =>
  db
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute((work) => differencesIn({ db: work, workspace }));

async function differencesIn(place: Place): Promise<Difference[]> {
  const inForce = await readInForce(place);
  const { settings } = inForce;
  const rules = rollupRules(inForce);
  const recount = new Delta();
  const differences: Difference[] = [];
  for await (const threads of threadPages(place)) {
    const folded = await foldThreads(place, threads, settings);
    for (const { thread, conversations } of folded)
      for (const conversation of conversations) contribute(recount, { thread, conversation }, rules, 1);
    const rows = (of: (one: Folded) => object[]) => folded.flatMap(of);
    for (const [table, recounted] of [
      ["conversations", rows((one) => conversationRows(one, rules))],
      ["open_clocks", rows((one) => openClockRows(one, rules))],
    ] as const)
      differences.push(...compare(table, await storedOf(place, table, threads), byKey(table, recounted)));
  }
  for (const table of ROLLUP_TABLES)
    differences.push(...compare(table.name, await sumsOf(place, table), recountedSums(recount, table)));
  return differences;
}

const KEYS = {
  conversations: ["channel", "asset", "thread_id", "number"],
  open_clocks: ["channel", "asset", "thread_id", "number", "place"],
} as const;

type Rows = Map<string, unknown>;

/** As JSON holds them: what is undefined is not there. */
const byKey = (table: keyof typeof KEYS, rows: readonly object[]): Rows =>
  new Map(
    rows.map((row) => {
      // safe because: JSON of an object is an object again.
      const plain = JSON.parse(JSON.stringify(row)) as Record<string, unknown>;
      return [KEYS[table].map((column) => String(plain[column])).join(" "), plain];
    }),
  );

async function storedOf(
  { db, workspace }: Place,
  table: keyof typeof KEYS,
  threads: readonly Thread[],
): Promise<Rows> {
  const { rows } = await sql<{ row: object }>`
    select to_jsonb(${sql.table(table)}) - 'workspace_id' as row
    from ${sql.table(table)} join ${threadRows(threads)} using (channel, asset, thread_id)
    where workspace_id = ${workspace}`.execute(db);
  return byKey(
    table,
    rows.map(({ row }) => row),
  );
}

const sumKey = (table: RollupTable, row: Record<string, unknown>): string =>
  Object.keys(table.key)
    .map((column) => String(row[column]))
    .join(" ");

/** Sums that are not nothing, by column. */
const nonZero = (columns: readonly string[], row: Record<string, unknown>): Record<string, number> =>
  Object.fromEntries(
    columns.flatMap((column) => (Number(row[column] ?? 0) === 0 ? [] : [[column, Number(row[column])]])),
  );

async function sumsOf({ db, workspace }: Place, table: RollupTable): Promise<Rows> {
  const { rows } = await sql<Record<string, unknown>>`
    select * from ${sql.table(table.name)} where workspace_id = ${workspace}`.execute(db);
  return withoutNothing(rows.map((row) => [sumKey(table, row), nonZero(table.columns, row)]));
}

const recountedSums = (delta: Delta, table: RollupTable): Rows =>
  withoutNothing(
    delta.of(table).map(({ key, values }) => [key.map(String).join(" "), nonZero(table.columns, values)]),
  );

/** A row whose sums have all come back to nothing says what no row says. */
const withoutNothing = (rows: readonly (readonly [string, Record<string, number>])[]): Rows =>
  new Map(rows.filter(([, sums]) => Object.keys(sums).length > 0));

function compare(table: string, stored: Rows, recounted: Rows): Difference[] {
  const keys = new Set([...stored.keys(), ...recounted.keys()]);
  return [...keys].flatMap((key) => {
    const [one, other] = [stored.get(key) ?? null, recounted.get(key) ?? null];
    return isDeepStrictEqual(one, other) ? [] : [{ table, key, stored: one, recounted: other }];
  });
}
