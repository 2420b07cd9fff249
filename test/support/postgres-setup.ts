import { type Postgres, startPostgres } from "./postgres.ts";

let postgres: Postgres | undefined;

/** One PostgreSQL for a whole run of tests; each test file makes its own database on it. */
export async function setup(): Promise<void> {
  postgres = await startPostgres();
  process.env["RUNG_TEST_POSTGRES"] = postgres.url;
}

export async function teardown(): Promise<void> {
  await postgres?.stop();
}
