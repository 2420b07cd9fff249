import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SalesAnswer } from "#lib/contract.ts";
import { dayOf } from "#lib/domain/day.ts";
import { event, THREAD } from "#test/domain/story.ts";
import { startServer, type TestServer } from "#test/support/server.ts";

const CLI = new URL("../../server/cli.ts", import.meta.url).pathname;
const TODAY = dayOf(Date.now(), "UTC");
const CSV = `thread,date,amount,currency\n${THREAD.id},${TODAY},85.00,USD\n404,${TODAY},1.00,USD`;

let server: TestServer;
let folder: string;
let file: string;

beforeAll(async () => {
  server = await startServer();
  await server.countPage(THREAD.asset);
  const rep = await server.addMember("rep");
  const at = Date.now() - 1_000;
  await rep.push([event("message_seen", at, { key: "mid.1", sender: "customer" })]);
  folder = await mkdtemp(join(tmpdir(), "rung-cli-"));
  file = join(folder, "sales.csv");
  await writeFile(file, CSV);
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

const rung = (args: string[], environment: Record<string, string> = { DATABASE_URL: server.databaseUrl }) =>
  new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    const env = { ...process.env, RUNG_TIME_ZONE: "UTC", ...environment };
    execFile(process.execPath, [CLI, ...args], { env }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code ?? -1), stdout, stderr }),
    );
  });

describe("rung sales", () => {
  it("checks and imports, lists what is not matched, and changes nothing the second time", async () => {
    const checked = await rung(["sales", "check", file]);
    const imported = await rung(["sales", "import", file]);
    const answer = SalesAnswer.parse(JSON.parse(imported.stdout));
    expect(answer).toMatchObject({ recorded: 1, unmatched: [{ row: 3, thread: "404" }] });
    expect(JSON.parse(checked.stdout)).toEqual(answer);
    expect([imported.code, imported.stderr]).toEqual([
      0,
      "Row 3 is not matched: No conversation of a counted Page has the thread 404.\n",
    ]);
    const again = await rung(["sales", "import", file]);
    expect(JSON.parse(again.stdout)).toMatchObject({ recorded: 0, unchanged: 1 });
    expect(again.stderr).toMatch(/Nothing changed\.$/m);
  });

  it("says without a server what a list says, as JSON alone on standard output", async () => {
    const nowhere = { RUNG_DATA: join(folder, "nothing") };
    const { code, stdout, stderr } = await rung(["sales", "check", file], nowhere);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      summary: {
        rows: 2,
        from: TODAY,
        to: TODAY,
        totals: [{ currency: "USD", rows: 2, amountMinor: 8_600 }],
      },
    });
    expect(stderr).toMatch(/compared with no conversation/);
    const imported = await rung(["sales", "import", file], nowhere);
    expect([imported.code, imported.stdout]).toEqual([1, ""]);
    expect(imported.stderr).toMatch(/npm start/);
  });

  it("refuses a bad list with its row and column, and exit code 1", async () => {
    const bad = join(folder, "bad.csv");
    await writeFile(bad, CSV.replace("85.00", "lots"));
    for (const verb of ["check", "import"]) {
      const { code, stdout, stderr } = await rung(["sales", verb, bad]);
      expect([code, stdout]).toEqual([1, ""]);
      expect(stderr).toMatch(/row 2, column “amount”/);
      expect(stderr).not.toMatch(/\.ts:|node_modules/);
    }
  });
});
