import { getActiveResourcesInfo } from "node:process";
import { pino } from "pino";
import { expect, it } from "vitest";
import { databaseOn, openPool } from "#server/database.ts";
import { startJobs } from "#server/jobs/jobs.ts";
import { createDatabase } from "#test/support/postgres.ts";

const clocks = (): number => getActiveResourcesInfo().filter((name) => name === "Timeout").length;

it("queues that cannot be joined leave no clock behind that keeps the process alive", async () => {
  const url = await createDatabase(process.env["RUNG_TEST_POSTGRES"] ?? "");
  const pool = openPool(url, () => {});
  const before = clocks();
  const query = pool.query.bind(pool);
  // PostgreSQL is killed when the first queue is worked on already, and the second is made.
  let made = 0;
  const broken = Object.assign(pool, {
    query: (text: string, values?: unknown[]) =>
      text.includes("create_queue") && (made += 1) > 1
        ? Promise.reject(new Error("terminated"))
        : query(text, values),
  });
  const joining = startJobs({
    pool: broken,
    db: databaseOn(pool),
    log: pino({ level: "silent" }),
    now: Date.now,
    signal: new AbortController().signal,
  });
  await expect(joining).rejects.toThrow("terminated");
  await pool.end();
  expect(clocks()).toBeLessThanOrEqual(before);
});
