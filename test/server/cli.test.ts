import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Me, PairingResult, ScorecardAnswer, SpendImported } from "#lib/contract.ts";
import { dayOf } from "#lib/domain/day.ts";
import { event, THREAD } from "#test/domain/story.ts";
import { memberAt, send } from "#test/support/member.ts";
import { temporaryFolder } from "#test/support/postgres.ts";
import { startServerProcess } from "#test/support/server-process.ts";
import { startServer, type TestServer } from "#test/support/server.ts";

const CLI = new URL("../../server/cli.ts", import.meta.url).pathname;
const TODAY = dayOf(Date.now(), "UTC");
const CSV = [
  "Campaign name,Ad ID,Day,Amount spent (USD),Reporting starts,Reporting ends",
  `Summer,120210000000000001,${TODAY},60.00,${TODAY},${TODAY}`,
].join("\n");

let server: TestServer;
let folder: string;
let file: string;

beforeAll(async () => {
  server = await startServer();
  folder = await mkdtemp(join(tmpdir(), "rung-cli-"));
  file = join(folder, "export.csv");
  await writeFile(file, CSV);
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

interface Said {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs `rung` beside the server's database, unless another environment is given. */
const rung = (args: string[], environment?: Record<string, string>): Promise<Said> =>
  new Promise((resolve) => {
    const env = {
      ...process.env,
      RUNG_TIME_ZONE: "UTC",
      ...(environment ?? { DATABASE_URL: server.databaseUrl }),
    };
    execFile(process.execPath, [CLI, ...args], { env }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code ?? -1), stdout, stderr }),
    );
  });

const nowhere = () => ({ RUNG_DATA: join(folder, "nothing") });

describe("rung spend check", () => {
  it("says what a file says as JSON alone, with no server", async () => {
    const { code, stdout, stderr } = await rung(["spend", "check", file], nowhere());
    expect([code, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toEqual({
      currency: "USD",
      level: "ad",
      from: TODAY,
      to: TODAY,
      rows: 1,
      totalMinor: 6000,
      reconciles: null,
      warnings: [],
    });
  });

  it("refuses a bad file with its row on standard error, and exit code 1", async () => {
    const bad = join(folder, "bad.csv");
    await writeFile(bad, CSV.replace("60.00", "sixty"));
    const { code, stdout, stderr } = await rung(["spend", "check", bad], nowhere());
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/row 2/);
    expect(stderr).not.toMatch(/\.ts:|node_modules/);
  });
});

describe("rung pair", () => {
  it("gives a code that pairs, and counts the Pages that it names", async () => {
    const { code, stdout } = await rung([
      "pair",
      "--name",
      "Ada",
      "--role",
      "admin",
      "--page",
      THREAD.asset,
      "77",
      "--json",
    ]);
    expect(code).toBe(0);
    const said = JSON.parse(stdout);
    expect(said).toMatchObject({
      member: { name: "Ada", role: "admin" },
      workspace: { id: server.workspace },
      pages: [
        { asset: "77", counted: true },
        { asset: THREAD.asset, counted: true },
      ],
    });
    const json = { code: said.code, device: crypto.randomUUID(), deviceName: "Laptop" };
    const paired = PairingResult.parse(
      await (await send(server.url, "/v1/pairings/redeem", { json })).json(),
    );
    expect(Me.parse(paired.me).member.name).toBe("Ada");
  });

  it("prints the code alone on standard output; what to do with it stands on standard error", async () => {
    const { code, stdout, stderr } = await rung(["pair", "--name", "Kim"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{5}-[0-9A-Z]{5}\n$/);
    expect(stderr).toMatch(/Kim \(rep\)/);
  });

  it("finds the embedded database of the server that runs here, and tells its address", async () => {
    const data = await temporaryFolder();
    const own = await startServerProcess({ RUNG_DATA: data });
    const { code, stdout } = await rung(["pair", "--json"], { RUNG_DATA: data });
    expect([code, JSON.parse(stdout).server]).toEqual([0, own.url]);
    const other = await startServerProcess({ RUNG_DATA: data });
    expect(await other.end("SIGTERM")).toBe(0);
    const left = await rung(["pair", "--json"], { RUNG_DATA: data });
    expect([left.code, JSON.parse(left.stdout).server]).toEqual([0, null]);
    expect(await own.end("SIGTERM")).toBe(0);
    expect((await rung(["pair"], { RUNG_DATA: data })).stderr).toMatch(/npm start/);
    await rm(data, { recursive: true });
  });

  it("says what to do where no server runs, and which option is wrong", async () => {
    const away = await rung(["pair"], nowhere());
    expect([away.code, away.stdout]).toEqual([1, ""]);
    expect(away.stderr).toMatch(/npm start/);
    const stale = await rung(["pair"], { DATABASE_URL: "postgres://rung:x@127.0.0.1:1/rung" });
    expect([stale.code, stale.stdout]).toEqual([1, ""]);
    expect(stale.stderr).toMatch(/127\.0\.0\.1:1.*DATABASE_URL/);
    const wrong = await rung(["pair", "--page", "a b"]);
    expect([wrong.code, wrong.stderr]).toEqual([1, "--page must be an id of the page.\n"]);
  });
});

describe("rung spend import and rung scorecard", () => {
  it("import, and report as the server does", async () => {
    const without = await rung(["spend", "import", file, "--account", "Shop"]);
    expect([without.code, without.stdout]).toEqual([1, ""]);
    expect(without.stderr).toMatch(/^--time-zone is needed once/);
    const imported = await rung(["spend", "import", file, "--account", "Shop", "--time-zone", "UTC"]);
    expect(SpendImported.parse(JSON.parse(imported.stdout))).toMatchObject({ unchanged: false });
    const again = await rung(["spend", "import", file, "--account", "Shop"]);
    expect(again.stderr).toMatch(/Nothing changed/);

    await server.countPage(THREAD.asset);
    const manager = await server.addMember("manager");
    const at = Date.now() - 1000;
    await manager.push([
      event("message_seen", at, { key: "mid.1", sender: "customer" }),
      event("history_seen", at, { to: at, beginning: true }),
      event("outcome_tagged", at, { outcome: "qualified" }),
    ]);
    const from = dayOf(at, "UTC");
    const said = await rung(["scorecard", "--from", from, "--to", TODAY, "--by", "campaign", "--json"]);
    const overHttp = await memberAt(server.url, manager).request(
      `/v1/scorecard?from=${from}&to=${TODAY}&by=campaign`,
    );
    const { generatedAt: _, ...card } = ScorecardAnswer.parse(JSON.parse(said.stdout));
    expect(await overHttp.json()).toMatchObject(card);
    expect([said.stderr, card.total.tally.qualified, card.total.spendMinor]).toEqual(["", 1, 6000]);

    const table = await rung(["scorecard", "--by", "campaign"]);
    expect(table.stdout).toMatch(/^Cost per qualified conversation .*60\.00 USD/m);
    expect(table.stdout).toMatch(/not enough yet, 29 more/);
    expect(table.stdout).toMatch(/^Summer /m);
  });

  it("name the option that is wrong", async () => {
    const wrong = await rung(["scorecard", "--from", "2026-13-01"]);
    expect([wrong.code, wrong.stdout]).toEqual([1, ""]);
    expect(wrong.stderr).toMatch(/^--from /);
  });
});
