import { parseArgs } from "node:util";
import { ensureBrowsers } from "#test/support/browsers.ts";
import { ensureBuilt } from "#test/support/build.ts";
import { runChaos } from "./chaos.ts";

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "200" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
  },
});
const [kills, seed] = [Number(values.kills), Number(values.seed)];
const say = (line: string) => void process.stderr.write(`${line}\n`);
/** Of many findings the first say enough. */
const MOST_LINES = 20;

const count = (number: number) => number.toLocaleString("en-US");

const stop = new AbortController();
for (const name of ["SIGINT", "SIGTERM"] as const)
  process.on(name, () => {
    // Asked again: at once. Servers are killed with this process, and a sweeper clears up behind it.
    if (stop.signal.aborted) process.exit(130);
    say("Stopping: what was started is ended first.");
    stop.abort();
  });

async function main(): Promise<number> {
  if (!Number.isInteger(kills) || kills < 1 || !Number.isInteger(seed)) {
    say("Say how many kills: npm run chaos -- --kills 200 --seed 1");
    return 2;
  }
  await ensureBuilt();
  const { chromium } = await ensureBrowsers(["chromium"]);
  if (chromium === undefined) return 2;
  say(`${kills} kills by the plan of --seed ${seed}`);
  const report = await runChaos({ kills, seed, executable: chromium, signal: stop.signal, say });
  const { acknowledged, lost, doubled, differing, faults } = report;
  for (const line of [...faults, ...lost, ...doubled, ...differing].slice(0, MOST_LINES)) say(line);
  if (faults.length > 0) say(`${faults.length} answers or errors that must not be`);
  process.stdout.write(
    `${count(report.kills)} kills, ${count(acknowledged)} events acknowledged, ${count(lost.length)} lost, ${count(doubled.length)} doubled, ${count(differing.length)} states differ\n`,
  );
  return [faults, lost, doubled, differing].every((found) => found.length === 0) ? 0 : 1;
}

const told = (error: unknown): string =>
  error instanceof Error
    ? [error.stack, ...(error.cause ? [told(error.cause)] : [])].join("\n")
    : String(error);

const code = await main().catch((error: unknown) => {
  say(stop.signal.aborted ? "Stopped." : told(error));
  return stop.signal.aborted ? 130 : 1;
});
// Whatever is still open: nothing of it is waited for.
process.exit(code);
