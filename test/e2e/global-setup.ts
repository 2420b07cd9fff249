import { BROWSERS, ensureBrowsers, VARIABLES } from "#test/support/browsers.ts";
import { ensureBuilt } from "#test/support/build.ts";

/** Before the first test: browsers, builds. The workers find the browsers in the environment. */
export default async function setUp(): Promise<void> {
  const found = await ensureBrowsers();
  for (const name of BROWSERS) process.env[VARIABLES[name][0]] = found[name];
  await ensureBuilt();
}
