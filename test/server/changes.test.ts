import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Changes } from "#lib/contract.ts";
import type { StoredEvent } from "#lib/domain/event.ts";
import { openDatabase } from "#server/database.ts";
import { DAY, event, HOUR, MINUTE, MONDAY, THREAD } from "#test/domain/story.ts";
import { memberAt, type TestMember } from "#test/support/member.ts";
import { startServer, type TestServer } from "#test/support/server.ts";
import { settled } from "./settled.ts";
import { secondWorkspace } from "./second-workspace.ts";

const NOW = MONDAY + 40 * DAY;
let server: TestServer;
let other: TestServer;
let manager: TestMember;
let rep: TestMember;

beforeAll(async () => {
  server = await startServer({ now: () => NOW });
  other = await startServer({ now: () => NOW, databaseUrl: server.databaseUrl });
  await server.countPage(THREAD.asset, "Shop");
  manager = await server.addMember("manager", "Mo");
  rep = await server.addMember("rep", "Ria");
});
afterAll(() => Promise.all([server.stop(), other.stop()]));

const told = (id: string) => ({ thread: { ...THREAD, id } });
const tag = (id: string): StoredEvent => event("outcome_tagged", MONDAY, { outcome: "qualified" }, told(id));
const messages = (name: string, count: number): StoredEvent[] =>
  Array.from({ length: count }, (_, n) =>
    event("message_seen", MONDAY + n, { key: `mid.${name}.${n}`, sender: "customer" }, told(name)),
  );

async function ask(member: TestMember, after?: string, wait = 0): Promise<Changes> {
  const query = new URLSearchParams({ ...(after !== undefined && { after }), wait: String(wait) });
  const answer = await member.request(`/v1/changes?${query}`);
  expect(answer.status).toBe(200);
  return Changes.parse(await answer.json());
}

/** Reads page after page to the end. */
async function readAll(member: TestMember, after?: string): Promise<{ ids: string[]; cursor: string }> {
  const ids: string[] = [];
  let page = await ask(member, after);
  ids.push(...page.changes.map((change) => change.event.id));
  while (page.more) {
    page = await ask(member, page.cursor);
    ids.push(...page.changes.map((change) => change.event.id));
  }
  return { ids, cursor: page.cursor };
}
const endOf = async (member: TestMember) => {
  await settled(server);
  return (await readAll(member)).cursor;
};

describe("GET /v1/changes", () => {
  it("begins with everything: people, Pages, settings, and every event with its author", async () => {
    const mine = tag("first");
    await rep.push([mine]);
    await settled(server);
    const all = await ask(manager);
    expect(all).toMatchObject({ total: 1, more: false, restarted: false, settings: { version: 0 } });
    expect(all.me?.pages).toEqual([{ asset: THREAD.asset, name: "Shop", counted: true }]);
    expect(all.changes).toEqual([
      expect.objectContaining({ member: rep.id, receivedAt: NOW, flagged: false }),
    ]);
    expect(all.changes[0]?.event).toMatchObject({ id: mine.id, kind: "outcome_tagged", data: mine.data });
    const next = await ask(manager, all.cursor);
    expect(next).toMatchObject({ changes: [], settings: null, me: null, total: null, cursor: all.cursor });
  });

  it("brings what is pushed after the cursor, to its author too, with the bounded time", async () => {
    const cursor = await endOf(rep);
    const late = event("outcome_tagged", NOW + HOUR, { outcome: "qualified" }, told("late"));
    await rep.push([late]);
    await settled(server);
    const { changes } = await ask(rep, cursor);
    expect(changes).toMatchObject([{ event: { id: late.id, at: NOW }, flagged: true, member: rep.id }]);
  });

  it("pages through a large log; a reader that stops anywhere goes on there", async () => {
    const cursor = await endOf(manager);
    const events = messages("many", 2_300);
    for (let from = 0; from < events.length; from += 500) await manager.push(events.slice(from, from + 500));
    await settled(server);
    const first = await ask(manager, cursor);
    expect([first.changes.length, first.more]).toEqual([1_000, true]);
    const again = await ask(manager, cursor);
    expect(again.changes).toEqual(first.changes);
    const rest = await readAll(manager, first.cursor);
    const ids = [...first.changes.map((change) => change.event.id), ...rest.ids];
    expect(ids.toSorted()).toEqual(events.map(({ id }) => id).toSorted());
  });

  it("never skips a transaction that began early and commits late", async () => {
    const cursor = await endOf(manager);
    const [slow, quick] = [tag("slow"), tag("quick")];
    const db = openDatabase(server.databaseUrl, () => {});
    await db.transaction().execute(async (work) => {
      await sql`insert into events (workspace_id, channel, asset, thread_id, event_id, kind, device_id, member_id,
          hlc, at, precision, data, received_at, flagged)
        values (${server.workspace}, ${THREAD.channel}, ${THREAD.asset}, 'slow', ${slow.id}, 'outcome_tagged',
          ${rep.device}, ${rep.id}, ${slow.hlc}, ${MONDAY}, 'second', ${JSON.stringify(slow.data)}::jsonb,
          ${NOW}, false)`.execute(work);
      await rep.push([quick]);
      expect((await ask(manager, cursor)).changes).toEqual([]);
    });
    await db.destroy();
    await settled(server);
    const { ids } = await readAll(manager, cursor);
    expect(ids.toSorted()).toEqual([slow.id, quick.id].toSorted());
  });

  it("gives every event to a reader who reads while two servers take in batches side by side", async () => {
    const start = await endOf(manager);
    const there = memberAt(other.url, rep);
    const events = Array.from({ length: 24 }, (_, n) => messages(`side-${n}`, 40));
    const pushing = { isOver: false };
    const pushed = Promise.all(events.map((batch, n) => (n % 2 ? rep : there).push(batch))).finally(() => {
      pushing.isOver = true;
    });
    const seen: string[] = [];
    let cursor = start;
    const step = async () => {
      const read = await readAll(manager, cursor);
      seen.push(...read.ids);
      cursor = read.cursor;
    };
    while (!pushing.isOver) await step();
    await pushed;
    await settled(server);
    await step();
    const wanted = events.flat().map(({ id }) => id);
    expect(seen.toSorted()).toEqual(wanted.toSorted());
  });
});

describe("a long poll", () => {
  it("is answered within two seconds of a push to another server", async () => {
    const cursor = await endOf(manager);
    const waiting = ask(memberAt(other.url, manager), cursor, 25);
    const news = tag("news");
    await rep.push([news]);
    const began = performance.now();
    expect((await waiting).changes).toMatchObject([{ event: { id: news.id } }]);
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it("brings settings and people when they change, and ends with nothing when its time is over", async () => {
    const cursor = await endOf(rep);
    expect(await ask(rep, cursor, 1)).toMatchObject({ changes: [], cursor });
    const waiting = ask(rep, cursor, 25);
    const settings = await (await manager.request("/v1/settings")).json();
    await manager.request("/v1/settings", { method: "PUT", json: { ...settings, creators: ["Mia"] } });
    expect((await waiting).settings).toMatchObject({ creators: ["Mia"], version: settings.version + 1 });
    const then = ask(rep, await endOf(rep), 25);
    await server.addMember("rep", "Nia");
    expect((await then).me?.members.map(({ name }) => name)).toContain("Nia");
  });

  it("brings nothing to a device that is unpaired meanwhile", async () => {
    const gone = await server.addMember("rep", "Gone");
    const waiting = gone.request(`/v1/changes?after=${await endOf(gone)}&wait=25`);
    await gone.request("/v1/me/device", { method: "DELETE" });
    expect((await waiting).status).toBe(401);
  });

  it("does not keep the server from stopping", async () => {
    const third = await startServer({ now: () => NOW, databaseUrl: server.databaseUrl });
    const member = memberAt(third.url, manager);
    const waiting = ask(member, await endOf(member), 25);
    await member.request("/healthz");
    const began = performance.now();
    await third.stop();
    expect((await waiting).changes).toEqual([]);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

describe("the feed", () => {
  it("tells amounts of colleagues' sales to managers alone, and a rep their own", async () => {
    const [start, repStart] = [await endOf(manager), await endOf(rep)];
    const price = { amountMinor: 8_500, currency: "USD" };
    const theirs = event("sale_recorded", MONDAY, { ...price, how: "in_chat" }, told("sale"));
    const refund = event("sale_refunded", MONDAY, { ...price, target: theirs.id }, told("sale"));
    const own = event("sale_recorded", MONDAY + MINUTE, { ...price, how: "outside" }, told("sale"));
    await manager.push([theirs, refund]);
    await rep.push([own]);
    await settled(server);
    const seen = (await ask(rep, repStart)).changes.map((change) => [change.event.id, change.event.data]);
    expect(seen).toEqual([
      [theirs.id, { how: "in_chat" }],
      [own.id, own.data],
    ]);
    const all = (await ask(manager, start)).changes.map((change) => change.event.data);
    expect(all).toHaveLength(3);
    expect(JSON.stringify(all).match(/8500/g)).toHaveLength(3);
    const asRep = await ask(manager, repStart);
    expect(asRep).toMatchObject({ restarted: true, total: expect.any(Number) });
  });

  it("never shows another workspace's events", async () => {
    const { member } = await secondWorkspace(server, { role: "admin", asset: THREAD.asset, now: NOW });
    const all = await ask(member);
    expect([all.changes, all.total, all.me?.members.map(({ name }) => name)]).toEqual([[], 0, ["Eve"]]);
  });

  it("begins anew where the database counts its transactions anew, and refuses a cursor that is none", async () => {
    const cursor = await endOf(manager);
    await server.db.updateTable("workspaces").set({ feed: randomUUID() }).execute();
    expect(await ask(manager, cursor)).toMatchObject({ restarted: true, total: expect.any(Number) });
    for (const after of ["", "x", cursor.replaceAll("_", "-"), `${cursor}_1`, "%00"]) {
      const answer = await manager.request(`/v1/changes?after=${after}`);
      expect([answer.status, (await answer.json()).error.fields]).toEqual([
        400,
        { after: expect.any(String) },
      ]);
    }
  });
});
