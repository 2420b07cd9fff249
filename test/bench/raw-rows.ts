import { sql } from "kysely";
import type { Database } from "#server/database.ts";
import type { Asked } from "./duck.ts";
import { countsQuestion, type Flat, mediansQuestion } from "./flat-rows.ts";

const ROWS_AT_ONCE = 10_000;

const question = (text: string) => sql.raw(text.replaceAll(" flat_", " bench.flat_"));

/** The same conversations as raw rows in the same PostgreSQL, indexed by their start and analysed. */
export async function rawRowsIn(db: Database, { conversations, times }: Flat) {
  await sql`create schema bench`.execute(db);
  await sql`create table bench.flat_conversations (campaign text, started_at bigint, in_cohort boolean,
    went_on_at bigint, qualified_at bigint, offered_at bigint, sold_at bigint, amount_minor bigint)`.execute(
    db,
  );
  await sql`create table bench.flat_times (metric text, started_at bigint, took_ms bigint)`.execute(db);
  await fill(db, "flat_conversations", conversations);
  await fill(db, "flat_times", times);
  await sql`create index on bench.flat_conversations (started_at)`.execute(db);
  await sql`create index on bench.flat_times (started_at)`.execute(db);
  await sql`analyze bench.flat_conversations, bench.flat_times`.execute(db);
  const median = "percentile_cont(0.5) within group (order by took_ms)";
  return {
    ask: async ({ from, until }: Asked): Promise<void> => {
      await question(countsQuestion(from, until)).execute(db);
      await question(mediansQuestion(from, until, median)).execute(db);
    },
    stop: () => sql`drop schema bench cascade`.execute(db),
  };
}

async function fill(db: Database, table: string, rows: readonly object[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await sql`insert into ${sql.table(`bench.${table}`)}
      select * from json_populate_recordset(null::${sql.table(`bench.${table}`)},
        ${JSON.stringify(rows.slice(from, from + ROWS_AT_ONCE))}::json)`.execute(db);
}
