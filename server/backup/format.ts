import { z } from "zod";
import { TABLES } from "./tables.ts";

/** The first line of a backup. */
export const Header = z.strictObject({
  rung: z.literal("backup"),
  format: z.literal(1),
  /** The database's migrations; a backup goes back into the same ones. */
  migrations: z.array(z.string()),
  at: z.int(),
});
export type Header = z.infer<typeof Header>;

/** The last line: without it the file was cut off. */
export const End = z.strictObject({ rows: z.int() });

const LINE = new RegExp(String.raw`^\{"table":"(${TABLES.join("|")})","row":(.*)\}$`, "s");

/** A row stays the text that PostgreSQL wrote: its numbers may be larger than a JavaScript number. */
export const printLine = (table: string, row: string): string => `{"table":"${table}","row":${row}}`;

/** The table and the row's own text; null for a line that is none. */
export function readLine(line: string): { table: string; row: string } | null {
  const [, table, row] = LINE.exec(line) ?? [];
  return table === undefined || row === undefined ? null : { table, row };
}
