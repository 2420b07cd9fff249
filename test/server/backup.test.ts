import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TABLES } from "#server/backup/tables.ts";
import { openDatabase } from "#server/database.ts";
import { event, HOUR, MONDAY, THREAD } from "#test/domain/story.ts";
import { memberAt, type TestMember } from "#test/support/member.ts";
import { createDatabase } from "#test/support/postgres.ts";
import { startServer, type TestServer } from "#test/support/server.ts";
import { runCli } from "./run-cli.ts";

const CSV = [
  "Campaign name,Ad ID,Day,Amount spent (USD),Reporting starts,Reporting ends",
  "Summer,120210000000000001,2026-11-16,10.00,2026-11-16,2026-11-16",
].join("\n");

let server: TestServer;
let admin: TestMember;
let folder: string;
let file: string;

const told = (id: string) => ({ thread: { ...THREAD, id } });
const tag = (id: string) => event("outcome_tagged", MONDAY, { outcome: "qualified" }, told(id));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rung-backup-"));
  file = join(folder, "backup.gz");
  server = await startServer();
  await server.countPage(THREAD.asset, 'A "name", with\nlines');
  admin = await server.addMember("admin", "Ada");
  await admin.push([
    tag("1"),
    tag("forgotten-before"),
    tag("forgotten-after"),
    event(
      "sale_recorded",
      MONDAY + HOUR,
      { amountMinor: Number.MAX_SAFE_INTEGER, currency: "USD", how: "outside" },
      told("1"),
    ),
  ]);
  await admin.request("/v1/spend/imports?account=Shop&timeZone=UTC", {
    method: "POST",
    headers: { "content-type": "text/csv" },
    body: CSV,
  });
  const settings = await (await admin.request("/v1/settings")).json();
  await admin.request("/v1/settings", { method: "PUT", json: { ...settings, creators: ["Mia \\ 💐"] } });
  await admin.request("/v1/erasures", { json: { person: "forgotten-before" } });
  const written = await runCli(["backup", file], { DATABASE_URL: server.databaseUrl });
  if (written.code !== 0) throw new Error(written.stderr);
}, 120_000);
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

/** Every row of every table but for what belongs to the database itself. */
async function contentOf(url: string): Promise<Record<string, string[]>> {
  const db = openDatabase(url, () => {});
  const content: Record<string, string[]> = {};
  for (const table of TABLES) {
    const { rows } = await sql<{ row: string }>`
      select (to_jsonb(t) - 'xid' - 'feed')::text as row from ${sql.table(table)} t order by 1`.execute(db);
    content[table] = rows.map(({ row }) => row);
  }
  await db.destroy();
  return content;
}
const restoreInto = (url: string, from = file, ...more: string[]) =>
  runCli(["restore", from, ...more], { DATABASE_URL: url });

describe("rung backup and rung restore", () => {
  it("know every table", async () => {
    const { rows } = await sql<{ name: string }>`
      select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace`.execute(
      server.db,
    );
    expect(rows.map(({ name }) => name).toSorted()).toEqual([...TABLES].toSorted());
  });

  it("bring everything back into a new database, where a server goes on with it", async () => {
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const url = await createDatabase(server.databaseUrl);
    expect(await restoreInto(url)).toMatchObject({ code: 0, stderr: expect.stringContaining("0 erasures") });
    const content = await contentOf(url);
    expect(content).toEqual(await contentOf(server.databaseUrl));
    expect(content["events"]).toHaveLength(4);
    const there = await startServer({ databaseUrl: url });
    const ada = memberAt(there.url, admin);
    const all = await (await ada.request("/v1/changes")).json();
    await expect.poll(async () => (await (await ada.request("/v1/changes")).json()).changes).toHaveLength(4);
    expect(all.settings.creators).toEqual(["Mia \\ 💐"]);
    expect((await ada.push([tag("new")]))[0]).toMatchObject({ result: "accepted" });
    expect((await ada.push([tag("forgotten-before")]))[0]).toMatchObject({ reason: { code: "erased" } });
    const spent = await ada.request("/v1/spend/imports?account=Shop&timeZone=UTC", {
      method: "POST",
      headers: { "content-type": "text/csv" },
      body: CSV.replace("10.00", "12.00"),
    });
    expect(spent.status).toBe(200);
    await there.stop();
  });

  it("refuse to lose what a database holds, until told to; and whoever was erased since is erased again", async () => {
    const cursor = (await (await admin.request("/v1/changes")).json()).cursor;
    await admin.request("/v1/erasures", { json: { person: "forgotten-after" } });
    await admin.push([tag("later")]);
    const refused = await restoreInto(server.databaseUrl);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining("--replace") });
    const restored = await restoreInto(server.databaseUrl, file, "--replace");
    expect(restored).toMatchObject({ code: 0, stderr: expect.stringContaining("1 erasures applied again") });
    const content = JSON.stringify(await contentOf(server.databaseUrl));
    expect(content).not.toMatch(/forgotten|"later"/);
    expect((await admin.push([tag("forgotten-after")]))[0]).toMatchObject({ reason: { code: "erased" } });
    const next = await (await admin.request(`/v1/changes?after=${cursor}`)).json();
    expect(next.restarted).toBe(true);
  });

  it("change nothing where the file is none, of another version, or was cut off", async () => {
    const before = await contentOf(server.databaseUrl);
    const whole = await readFile(file);
    const text = gunzipSync(whole).toString();
    const lines = text.trimEnd().split("\n");
    const bad: [string, Buffer, RegExp][] = [
      ["none", Buffer.from("hello"), /no backup of Rung/],
      ["other", gzipSync("hello\nyou\n"), /no backup of Rung/],
      ["older", gzipSync(text.replace('"001-first",', "")), /another version/],
      ["cut", whole.subarray(0, whole.length - 40), /cut off/],
      ["short", gzipSync(lines.slice(0, -1).join("\n")), /cut off/],
      ["less", gzipSync([...lines.slice(0, -2), lines.at(-1)].join("\n")), /cut off/],
    ];
    for (const [name, bytes, words] of bad) {
      const path = join(folder, name);
      await writeFile(path, bytes);
      const refused = await restoreInto(server.databaseUrl, path, "--replace");
      expect([name, refused.code, refused.stderr]).toEqual([name, 1, expect.stringMatching(words)]);
    }
    expect(await contentOf(server.databaseUrl)).toEqual(before);
  });
});
