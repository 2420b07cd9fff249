import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { ScorecardAnswer } from "#lib/contract.ts";
import type { Day } from "#lib/domain/day.ts";
import { pairWith } from "#test/e2e/pages.ts";
import { demoExport } from "#test/samples/spend/demo-export.ts";
import { ensureBrowsers } from "#test/support/browsers.ts";
import { ensureBuilt } from "#test/support/build.ts";
import type { Tab, TestBrowser } from "#test/support/driver.ts";
import { launch } from "#test/support/launch.ts";
import { ROOT } from "#test/support/paths.ts";
import { startServer } from "#test/support/server.ts";
import { startWire, type Wire } from "#test/support/wire.ts";
import { CREATORS } from "./cast.ts";

const run = promisify(execFile);

/** The Page of the stand-in. */
export const ASSET = "9000000000000001";

/** Everything that the demo stands on: a server, a wire to it that can be cut, and a browser that is paired. */
export interface Ground {
  browser: TestBrowser;
  options: Tab;
  wire: Wire;
  today: Day;
  /** The server's report of the seven days up to today. */
  scorecard: (by: "none" | "campaign") => Promise<ScorecardAnswer>;
  eventsStored: () => Promise<number>;
  stop: () => Promise<void>;
}

/** @param tell says what is going on, a line at a time */
export async function prepare(headless: boolean, tell: (line: string) => void): Promise<Ground> {
  tell("Building the extension for Chromium and Firefox");
  const [{ chromium }] = await Promise.all([ensureBrowsers(["chromium"]), ensureBuilt()]);
  if (!chromium) throw new Error("No Chromium: install it, or name one in RUNG_CHROMIUM.");
  tell("Starting the server on a fresh embedded PostgreSQL");
  const timeZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const server = await startServer({
    environment: { RUNG_WORKSPACE: "Sample Shop", RUNG_TIME_ZONE: timeZone },
  });
  const folder = await mkdtemp(join(tmpdir(), "rung-demo-"));
  const wire = await startWire(Number(new URL(server.url).port));
  const today = new Intl.DateTimeFormat("en-CA", { timeZone }).format(Date.now());
  const rung = async (...asked: string[]) => {
    const { stdout } = await run(process.execPath, [join(ROOT, "server/cli.ts"), ...asked], {
      env: { ...process.env, DATABASE_URL: server.databaseUrl },
    });
    return stdout;
  };

  tell("Importing an Ads Manager export of the last seven days");
  const file = join(folder, "ads-manager.csv");
  await writeFile(file, demoExport(today));
  await rung("spend", "import", file, "--account", "Sample Shop ads", "--time-zone", timeZone);

  tell("Pairing the extension with the server");
  const browser = await launch({ name: "chromium", executable: chromium, headless });
  const options = await browser.openExtension("options.html");
  const pairing: unknown = JSON.parse(
    await rung("pair", "--name", "Kim", "--role", "admin", "--page", ASSET, "--json"),
  );
  const { code } = pairing as { code: string };
  await pairWith(options, `http://127.0.0.1:${wire.port}`, code);
  await addCreators(options);

  const from = new Date(Date.parse(`${today}T00:00:00Z`) - 6 * 86_400_000).toISOString().slice(0, 10);
  return {
    browser,
    options,
    wire,
    today,
    scorecard: async (by) =>
      ScorecardAnswer.parse(
        JSON.parse(await rung("scorecard", "--from", from, "--to", today, "--by", by, "--json")),
      ),
    eventsStored: async () => {
      const { count } = await server.db
        .selectFrom("events")
        .select(({ fn }) => fn.countAll<string>().as("count"))
        .executeTakeFirstOrThrow();
      return Number(count);
    },
    stop: async () => {
      await browser.close();
      await wire.stop();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function addCreators(options: Tab): Promise<void> {
  await options.click({ role: "textbox", name: "New creator" });
  for (const creator of CREATORS) {
    await options.type(creator);
    await options.press("Enter");
    await options.waitFor({ role: "button", name: `Remove ${creator}` });
  }
}
