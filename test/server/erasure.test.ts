import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Change, Changes, ScorecardAnswer } from "#lib/contract.ts";
import { threadKey } from "#lib/domain/thread.ts";
import { record } from "#lib/store/record.ts";
import { pull } from "#lib/sync/pull.ts";
import { push } from "#lib/sync/push.ts";
import { event, HOUR, MONDAY } from "#test/domain/story.ts";
import { draft, PAGE, thread } from "#test/store/device.ts";
import type { TestMember } from "#test/support/member.ts";
import { startServer, type TestServer } from "#test/support/server.ts";
import { type PairedDevice, pairDevice } from "./device.ts";
import { settled } from "./settled.ts";

const NORA = "100000000000077";
const over = new AbortController();
let server: TestServer;
let admin: TestMember;
let kim: PairedDevice;
let lee: PairedDevice;

beforeAll(async () => {
  server = await startServer();
  await server.countPage(PAGE);
  admin = await server.addMember("admin");
  kim = await pairDevice(server, "rep", { name: "Kim", signal: over.signal });
  lee = await pairDevice(server, "rep", { name: "Lee", signal: over.signal });
});
afterAll(async () => {
  over.abort();
  await server.stop();
});

const send = ({ sync, workspace }: PairedDevice) => push(sync, workspace, { urgent: true });
async function read({ sync, workspace }: PairedDevice): Promise<void> {
  await settled(server);
  await pull(sync, workspace, { wait: 0 });
}
const erase = (person: string) => admin.request("/v1/erasures", { json: { person } });
const tag = (id: string) =>
  draft("outcome_tagged", { outcome: "qualified" }, { thread: thread(id), at: kim.sync.store.now() });
/** Everything that a device holds, as text. */
async function heldBy({ sync }: PairedDevice): Promise<string> {
  const { db } = sync.store;
  const tables = [db.events, db.states, db.outbox, db.refused, db.acquaintances];
  return JSON.stringify(await Promise.all(tables.map((table) => table.toArray())));
}
/** Every table of the server, as text. */
async function heldByServer(): Promise<string> {
  const { db } = server;
  const rows = await Promise.all([
    db.selectFrom("events").selectAll().execute(),
    db.selectFrom("threads").selectAll().execute(),
    db.selectFrom("conversations").selectAll().execute(),
    db.selectFrom("audit").selectAll().execute(),
    db.selectFrom("erasures").selectAll().execute(),
  ]);
  return JSON.stringify(rows);
}
const figures = async () => {
  const answer = await admin.request("/v1/scorecard?from=2026-11-01&to=2026-12-31&by=day");
  return ScorecardAnswer.parse(await answer.json()).total.tally;
};

describe("erasure", () => {
  it("takes the person out of the server and of every device; figures stay, and so does the feed", async () => {
    const mine = tag(NORA);
    const seen = draft(
      "message_seen",
      { key: "mid.1", sender: "customer" },
      { thread: thread(NORA), at: MONDAY },
    );
    await record(kim.sync.store, [seen, mine, tag("other")]);
    await send(kim);
    await Promise.all([read(kim), read(lee)]);
    expect(await heldBy(lee)).toContain(NORA);
    const before = await figures();
    expect(before.all).toBe(2);
    expect(await (await erase(NORA)).json()).toEqual({ threads: 1, events: 2 });
    expect(await heldByServer()).not.toContain(NORA);
    expect(await figures()).toEqual(before);
    await Promise.all([read(kim), read(lee)]);
    for (const device of [kim, lee]) {
      expect(await heldBy(device)).not.toContain(NORA);
      expect(await device.sync.store.db.events.count()).toBe(3);
      expect((await device.sync.store.db.events.get(mine.id))?.thread).toMatch(/erased-/);
    }
  });

  it("refuses what comes later, also what was taken before and comes again, and is no other person's", async () => {
    const rep = await server.addMember();
    const old = event("outcome_tagged", MONDAY, { outcome: "qualified" }, { thread: thread("55") });
    await rep.push([old]);
    await erase("55");
    const later = event("outcome_tagged", MONDAY + HOUR, { outcome: "qualified" }, { thread: thread("55") });
    const other = event("outcome_tagged", MONDAY, { outcome: "qualified" }, { thread: thread("555") });
    const results = await rep.push([old, later, other]);
    expect(results.map((one) => (one.result === "rejected" ? one.reason.code : one.result))).toEqual([
      "erased",
      "erased",
      "accepted",
    ]);
    expect(await heldByServer()).not.toContain('"55"');
  });

  it("reaches a device that was offline, with what it had not sent", async () => {
    const away = await pairDevice(server, "rep", { name: "Away", signal: over.signal });
    await record(away.sync.store, [tag("66")]);
    await erase("66");
    await send(away);
    expect(await heldBy(away)).not.toContain('"66"');
    await record(lee.sync.store, [tag("67")]);
    await erase("67");
    await read(lee);
    expect(await lee.sync.store.db.states.get(threadKey(thread("67")))).toBeUndefined();
    expect(await lee.sync.store.db.outbox.count()).toBe(0);
  });

  it("wakes who waits, and tells a new device everybody who was erased, by digest alone", async () => {
    await settled(server);
    const first = Changes.parse(await (await admin.request("/v1/changes")).json());
    const waiting = admin.request(`/v1/changes?after=${first.cursor}&wait=20`);
    await erase("nobody-here");
    const { erased } = Changes.parse(await (await waiting).json());
    expect(erased?.digests).toHaveLength(1);
    const all = Changes.parse(await (await admin.request("/v1/changes")).json());
    expect(all.erased?.digests).toEqual([...(first.erased?.digests ?? []), ...(erased?.digests ?? [])]);
    const told = all.changes.map((change: Change) => change.event.thread.id);
    expect(told.filter((id) => [NORA, "55", "66", "67"].includes(id))).toEqual([]);
  });

  it("is asked for by an id of the page, and done twice is no other than once", async () => {
    expect((await erase("two words")).status).toBe(400);
    expect(await (await erase(NORA)).json()).toEqual({ threads: 0, events: 0 });
  });
});
