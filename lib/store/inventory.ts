import type { Database } from "./database.ts";
import type { Store } from "./store.ts";

/** The tables that hold something about people or money, in the order in which the privacy page names them. */
export const LISTED = [
  "events",
  "states",
  "outbox",
  "refused",
  "acquaintances",
  "glimpses",
  "asides",
  "alerts",
  "pages",
  "spend",
  "accounts",
  "cards",
  "pairings",
  "kept",
] as const;
export type Listed = (typeof LISTED)[number];

export interface Held {
  table: Listed;
  rows: number;
  /** The size of the rows written out as JSON, in bytes. */
  bytes: number;
}

const PART = 500;

/** A token is never shown or exported. */
const shown = (table: Listed, row: object): object =>
  table === "pairings" ? { ...row, token: "hidden" } : row;

const size = new TextEncoder();
const bytesOf = (row: object): number => size.encode(JSON.stringify(row)).byteLength;

/** Rows of one table after a key, in the order of their keys. */
async function rowsAfter(db: Database, table: Listed, after: string | number | null): Promise<object[]> {
  const rows = after === null ? db.table(table).orderBy(":id") : db.table(table).where(":id").above(after);
  return rows.limit(PART).toArray();
}

/** What this browser holds, counted and weighed. */
export async function inventory({ db }: Store): Promise<Held[]> {
  return Promise.all(
    LISTED.map(async (table) => {
      let bytes = 0;
      let rows = 0;
      await db.table<object>(table).each((row) => {
        bytes += bytesOf(shown(table, row));
        rows += 1;
      });
      return { table, rows, bytes };
    }),
  );
}

/** One part of the export: JSON of some rows of one table, and where the next part begins. */
export interface ExportPart {
  table: Listed;
  rows: string[];
  next: ExportFrom | null;
}
export interface ExportFrom {
  table: Listed;
  after: string | number | null;
}

/** Everything that is held here, in parts small enough for a message. */
export async function exportPart({ db }: Store, from: ExportFrom | null): Promise<ExportPart> {
  const { table, after } = from ?? { table: LISTED[0], after: null };
  const rows = await rowsAfter(db, table, after);
  const last = rows.at(-1);
  const following = LISTED[LISTED.indexOf(table) + 1];
  const primary = db.table(table).schema.primKey.keyPath;
  const goesOn = rows.length === PART && last !== undefined && typeof primary === "string";
  return {
    table,
    rows: rows.map((row) => JSON.stringify(shown(table, row))),
    next: goesOn
      ? { table, after: keyOf(last, primary) }
      : following
        ? { table: following, after: null }
        : null,
  };
}

function keyOf(row: object, primary: string): string | number {
  const key: unknown = Reflect.get(row, primary);
  return typeof key === "number" ? key : String(key);
}
