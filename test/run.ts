import { spawn } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { z } from "zod";
import { ROOT } from "#test/support/paths.ts";

/** Everything a release needs: units and real servers by Vitest, both browsers by Playwright, a few kills of chaos. */
const RESULTS = `${ROOT}/test-results`;

interface Totals {
  passed: number;
  failed: number;
}

/** Runs a Node script of ours or of a tool; gives its exit code. */
const run = (script: string, ...args: string[]): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [`${ROOT}/${script}`, ...args], { cwd: ROOT, stdio: "inherit" });
    child.on("close", (code) => resolve(code ?? 1));
  });

const VitestReport = z
  .object({ numPassedTests: z.int(), numFailedTests: z.int(), numFailedTestSuites: z.int() })
  .transform(({ numPassedTests, numFailedTests, numFailedTestSuites }) => ({
    passed: numPassedTests,
    // A file that cannot be loaded fails as a suite, without a test.
    failed: numFailedTests > 0 ? numFailedTests : numFailedTestSuites,
  }));

const PlaywrightReport = z
  .object({ stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }) })
  .transform(({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + stats.skipped,
  }));

/** The totals of a report; a runner that failed without one, or without a failed test, counts as a failure. */
async function totalsOf(file: string, shape: z.ZodType<Totals>, code: number): Promise<Totals> {
  const text = await readFile(file, "utf8").catch(() => null);
  const read = text === null ? null : shape.safeParse(JSON.parse(text));
  const totals = read?.success ? read.data : { passed: 0, failed: 1 };
  return code !== 0 && totals.failed === 0 ? { ...totals, failed: 1 } : totals;
}

// Every process of the run, down to the servers that tests start, finds what another one has compiled.
process.env["NODE_COMPILE_CACHE"] ??= `${ROOT}/node_modules/.cache/compiled`;

await rm(RESULTS, { recursive: true, force: true });
const unit = `${RESULTS}/unit.json`;
const unitCode = await run(
  "node_modules/vitest/vitest.mjs",
  "run",
  "--config",
  "test/vitest.config.ts",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${unit}`,
);
const e2eCode = await run("test/e2e/run.ts");
const chaosCode = await run("test/chaos/main.ts", "--kills", "6", "--seed", "1");
const parts = [
  await totalsOf(unit, VitestReport, unitCode),
  await totalsOf(`${RESULTS}/e2e.json`, PlaywrightReport, e2eCode),
  { passed: chaosCode === 0 ? 1 : 0, failed: chaosCode === 0 ? 0 : 1 },
];
const total = (what: keyof Totals) => parts.reduce((sum, part) => sum + part[what], 0);
process.stdout.write(`\n${total("passed")} passed, ${total("failed")} failed\n`);
process.exitCode = total("failed") > 0 ? 1 : 0;
