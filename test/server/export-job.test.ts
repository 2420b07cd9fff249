import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { AuditPage, DataExport, ErrorBody } from "#lib/contract.ts";
import { openDatabase } from "#server/database.ts";
import { EXPORT_LIFE_MS, writeExport } from "#server/exports/write-export.ts";
import { tidy } from "#server/jobs/tidy.ts";
import { openLog } from "#server/log.ts";
import { DAY, event, MONDAY, THREAD } from "#test/domain/story.ts";
import { memberAt, type TestMember } from "#test/support/member.ts";
import { startServerProcess } from "#test/support/server-process.ts";
import { startServer, type TestServer } from "#test/support/server.ts";

const clock = { now: MONDAY + DAY };
let server: TestServer;
let admin: TestMember;
beforeAll(async () => {
  server = await startServer({ now: () => clock.now });
  await server.countPage(THREAD.asset);
  admin = await server.addMember("admin");
  // More than one part of the file.
  const tags = Array.from({ length: 1_100 }, (_, n) =>
    event("outcome_tagged", MONDAY, { outcome: "qualified" }, { thread: { ...THREAD, id: `${n}` } }),
  );
  for (let from = 0; from < tags.length; from += 500)
    await admin.push(tags.slice(from, from + 500).map((tag) => ({ ...tag, device: admin.device })));
});
afterAll(() => server.stop());

const askFor = async (member: TestMember) =>
  DataExport.parse(await (await member.request("/v1/exports", { method: "POST" })).json());
const exportsOf = async (member: TestMember) =>
  DataExport.array().parse(await (await member.request("/v1/exports")).json());
const find = async (member: TestMember, id: string) => (await exportsOf(member)).find((one) => one.id === id);
const ready = (member: TestMember, id: string, timeout = 20_000) =>
  vi.waitUntil(async () => (await find(member, id))?.state === "ready", { timeout });
const open = (link: string | null | undefined, url = server.url) => fetch(`${url}${link}`);
const streamed = async () => (await admin.request("/v1/exports/conversations.csv")).text();

describe("an export as a job", () => {
  it("is written in parts, says how far it is, and lies behind a link of its own until it expires", async () => {
    const asked = await askFor(admin);
    expect(asked).toMatchObject({ state: "waiting", rowsDone: 0, link: null });
    await ready(admin, asked.id);
    const done = await find(admin, asked.id);
    expect(done).toMatchObject({ rowsDone: 1_100, rowsTotal: 1_100, expiresAt: clock.now + EXPORT_LIFE_MS });
    const answer = await open(done?.link);
    expect(answer.headers.get("content-disposition")).toContain("attachment");
    expect(await answer.text()).toBe(await streamed());
    const link = done?.link ?? "";
    for (const other of [`${link.slice(0, -2)}AA`, "/downloads/x", `${link}A`])
      expect([other, (await open(other)).status]).toEqual([other, 404]);
    const { entries } = AuditPage.parse(await (await admin.request("/v1/audit")).json());
    expect(entries.find(({ subject }) => subject["export"] === asked.id)).toMatchObject({
      action: "conversations_exported",
      member: admin.id,
    });
    clock.now += EXPORT_LIFE_MS;
    const gone = await open(link);
    expect(ErrorBody.parse(await gone.json()).error.code).toBe("download_gone");
    expect(await exportsOf(admin)).toEqual([]);
    const work = {
      db: server.db,
      log: openLog("silent"),
      now: () => clock.now,
      signal: new AbortController().signal,
    };
    await tidy.run(work, {});
    expect(await server.db.selectFrom("export_parts").selectAll().execute()).toEqual([]);
  });

  it("goes with whoever is erased, and what was begun writes no more", async () => {
    const asked = await askFor(admin);
    await ready(admin, asked.id);
    const { link } = (await find(admin, asked.id)) ?? {};
    await admin.request("/v1/erasures", { json: { person: "7" } });
    expect((await open(link)).status).toBe(404);
    const ctx = {
      db: server.db,
      workspace: server.workspace,
      member: null,
      role: "admin" as const,
      now: clock.now,
    };
    const signal = new AbortController().signal;
    await writeExport({ ctx, input: { id: asked.id }, now: () => clock.now, signal });
    expect(await server.db.selectFrom("export_parts").selectAll().execute()).toEqual([]);
  });
});

describe("a job whose server is killed", () => {
  it("is taken by another server, and done once", async () => {
    const quiet = await startServer({ now: Date.now });
    await quiet.countPage(THREAD.asset);
    const owner = await quiet.addMember("admin");
    const url = quiet.databaseUrl;
    await owner.push([event("outcome_tagged", MONDAY, { outcome: "qualified" }, { device: owner.device })]);
    await quiet.stop();

    const first = await startServerProcess({ DATABASE_URL: url });
    const db = openDatabase(url, () => {});
    const hold = new AbortController();
    // No part can be stored for now: the job is half way when its server dies.
    await sql`
      create function hold() returns trigger language plpgsql
        as 'begin perform pg_advisory_xact_lock_shared(77); return new; end'`.execute(db);
    await sql`create trigger hold before insert on export_parts execute function hold()`.execute(db);
    const held = db.transaction().execute(async (work) => {
      await sql`select pg_advisory_xact_lock(77)`.execute(work);
      await pause(60_000, undefined, { signal: hold.signal }).catch(() => {});
    });
    const asked = await askFor(memberAt(first.url, owner));
    const stuck = async () => {
      const { rows } = await sql`
        select from pg_locks where locktype = 'advisory' and objid = 77 and not granted`.execute(db);
      return rows.length;
    };
    await expect.poll(stuck, { timeout: 20_000 }).toBeGreaterThan(0);
    await first.end("SIGKILL");
    hold.abort();
    await held;

    const second = await startServerProcess({ DATABASE_URL: url });
    const heir = memberAt(second.url, owner);
    await ready(heir, asked.id, 60_000);
    const done = await find(heir, asked.id);
    expect(done).toMatchObject({ rowsDone: 1, rowsTotal: 1 });
    const file = await (await open(done?.link, second.url)).text();
    expect(file.trimEnd().split("\r\n")).toHaveLength(2);
    const [row] = await db.selectFrom("exports").select("attempt").execute();
    expect(row?.attempt).toBe(2);
    await db.destroy();
    expect(await second.end("SIGTERM")).toBe(0);
  }, 120_000);
});
