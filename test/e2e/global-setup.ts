import { BROWSERS, ensureBrowsers, VARIABLES } from "#test/support/browsers.ts";
import { ensureBuilt } from "#test/support/build.ts";
import { startPostgres } from "#test/support/postgres.ts";

/** Before the first test: browsers, builds, one PostgreSQL for all servers. The workers find them in the environment. */
export default async function setUp(): Promise<() => Promise<void>> {
  const found = await ensureBrowsers();
  for (const name of BROWSERS) process.env[VARIABLES[name][0]] = found[name];
  await ensureBuilt();
  const postgres = await startPostgres();
  process.env["RUNG_TEST_POSTGRES"] = postgres.url;
  return postgres.stop;
}
