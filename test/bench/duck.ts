import { DuckDBInstance } from "@duckdb/node-api";
import { countsQuestion, type Flat, mediansQuestion } from "./flat-rows.ts";

/** What each side answers: by campaign, and by metric. */
export interface Answered {
  counts: { campaign: string; numbers: number[] }[];
  medians: { metric: string; median: number }[];
}

export interface Asked {
  from: number;
  until: number;
}

/** DuckDB in memory with the same conversations, in its own typed columns. */
export async function duckOf({ conversations, times }: Flat) {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(`create table flat_conversations (campaign varchar, started_at bigint, in_cohort boolean,
    went_on_at bigint, qualified_at bigint, offered_at bigint, sold_at bigint, amount_minor bigint)`);
  await connection.run("create table flat_times (metric varchar, started_at bigint, took_ms bigint)");
  const rows = await connection.createAppender("flat_conversations");
  const instant = (at: number | null) => (at === null ? rows.appendNull() : rows.appendBigInt(BigInt(at)));
  for (const one of conversations) {
    if (one.campaign === null) rows.appendNull();
    else rows.appendVarchar(one.campaign);
    instant(one.started_at);
    rows.appendBoolean(one.in_cohort);
    for (const at of [one.went_on_at, one.qualified_at, one.offered_at, one.sold_at, one.amount_minor])
      instant(at);
    rows.endRow();
  }
  rows.closeSync();
  const clocks = await connection.createAppender("flat_times");
  for (const { metric, started_at, took_ms } of times) {
    clocks.appendVarchar(metric);
    clocks.appendBigInt(BigInt(started_at));
    clocks.appendBigInt(BigInt(took_ms));
    clocks.endRow();
  }
  clocks.closeSync();
  const ask = async ({ from, until }: Asked): Promise<Answered> => {
    const counts = await connection.runAndReadAll(countsQuestion(from, until));
    const medians = await connection.runAndReadAll(mediansQuestion(from, until, "median(took_ms)"));
    return {
      counts: counts.getRows().map(([campaign, ...numbers]) => ({
        campaign: String(campaign),
        numbers: numbers.map(Number),
      })),
      medians: medians
        .getRows()
        .map(([metric, median]) => ({ metric: String(metric), median: Number(median) })),
    };
  };
  return {
    ask,
    stop: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
