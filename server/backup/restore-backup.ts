import { sql } from "kysely";
import type { Context } from "#server/context.ts";
import type { Database } from "#server/database.ts";
import { Conflict } from "#server/errors.ts";
import { demand } from "#server/members/roles.ts";
import { eraseAgain, erasuresHeld } from "./erase-again.ts";
import { readBackup } from "./read-backup.ts";
import { LEFT_OUT, TABLES } from "./tables.ts";

const ROWS_AT_ONCE = 500;

/**
 * Puts a backup in the place of what the database holds: all of it, or nothing. Whoever was erased since it was made
 * is erased again. Devices read the feed anew, and offer again what they had sent since.
 * @returns how many rows were restored, and how many persons were erased again
 */
export async function restoreBackup({
  ctx,
  input,
}: {
  ctx: Context;
  input: { file: string; replace: boolean };
}): Promise<{ rows: number; erasedAgain: number }> {
  demand(ctx, "data");
  return ctx.db.transaction().execute(async (work) => {
    if (!input.replace && !(await isEmpty(work)))
      throw new Conflict(
        "not_empty",
        "This database holds people or events: restore into a new one, or say --replace to lose what is there.",
      );
    const held = await erasuresHeld(work);
    await sql`truncate ${sql.join(TABLES.map((table) => sql.table(table)))}`.execute(work);
    let rows = 0;
    let batch: string[] = [];
    let of: string | null = null;
    const flush = async () => {
      if (of !== null && batch.length > 0) await insert(work, of, batch);
      batch = [];
    };
    for await (const { table, row } of readBackup(input.file)) {
      if (table !== of || batch.length === ROWS_AT_ONCE) await flush();
      of = table;
      batch.push(row);
      rows += 1;
    }
    await flush();
    await countOn(work);
    return { rows, erasedAgain: await eraseAgain({ ...ctx, db: work }, held) };
  });
}

async function isEmpty(db: Database): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`
    select exists (select from members) or exists (select from events) as held`.execute(db);
  return rows[0]?.held === false;
}

async function insert(db: Database, table: string, rows: readonly string[]): Promise<void> {
  const { rows: columns } = await sql<{ name: string }>`
    select attname as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped
      and attname <> all (${[...LEFT_OUT]}::text[])
    order by attnum`.execute(db);
  const names = sql.join(columns.map(({ name }) => sql.ref(name)));
  await sql`
    insert into ${sql.table(table)} (${names}) overriding system value
    select ${names} from unnest(${rows}::text[]) as line,
      jsonb_populate_record(null::${sql.table(table)}, line::jsonb)`.execute(db);
}

/** Numbers that the database gives go on after the largest one that came back. */
async function countOn(db: Database): Promise<void> {
  await sql`select setval(pg_get_serial_sequence('spend_rows', 'row_id'),
    (select coalesce(max(row_id), 0) + 1 from spend_rows), false)`.execute(db);
  await sql`select setval(pg_get_serial_sequence('audit', 'entry_id'),
    (select coalesce(max(entry_id), 0) + 1 from audit), false)`.execute(db);
}
