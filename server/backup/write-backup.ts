import { open, rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { sql } from "kysely";
import type { Context } from "#server/context.ts";
import { demand } from "#server/members/roles.ts";
import { migrations } from "#server/migrations/all.ts";
import { type Header, printLine } from "./format.ts";
import { TABLES } from "./tables.ts";

const ROWS_AT_ONCE = 1_000;

/**
 * Writes the whole database, all its workspaces, as it is at one instant, to a file that only its owner reads. The
 * file is there once it is whole. It holds tokens' hashes and conversations' ids: keep it as you keep the database.
 * @returns how many rows
 */
export async function writeBackup({
  ctx,
  input,
}: {
  ctx: Context;
  input: { file: string };
}): Promise<number> {
  demand(ctx, "data");
  const half = `${input.file}.part`;
  await rm(half, { force: true });
  const file = await open(half, "wx", 0o600);
  const counted = { rows: 0 };
  try {
    await ctx.db
      .transaction()
      .setIsolationLevel("repeatable read")
      .setAccessMode("read only")
      .execute((work) =>
        pipeline(Readable.from(lines({ ...ctx, db: work }, counted)), createGzip(), file.createWriteStream()),
      );
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
  await rename(half, input.file);
  return counted.rows;
}

async function* lines({ db, now }: Context, counted: { rows: number }): AsyncGenerator<string> {
  const header: Header = { rung: "backup", format: 1, migrations: Object.keys(migrations), at: now };
  yield `${JSON.stringify(header)}\n`;
  for (const table of TABLES) {
    await sql`declare backup no scroll cursor for select to_jsonb(t)::text as row from ${sql.table(table)} t`.execute(
      db,
    );
    for (;;) {
      const { rows } = await sql<{ row: string }>`fetch ${sql.lit(ROWS_AT_ONCE)} from backup`.execute(db);
      if (rows.length === 0) break;
      counted.rows += rows.length;
      yield rows.map(({ row }) => `${printLine(table, row)}\n`).join("");
    }
    await sql`close backup`.execute(db);
  }
  yield `${JSON.stringify({ rows: counted.rows })}\n`;
}
