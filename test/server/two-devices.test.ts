import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startFollowing } from "#lib/background/following.ts";
import { linkState } from "#lib/background/link-state.ts";
import { threadKey } from "#lib/domain/thread.ts";
import { pause } from "#lib/pause.ts";
import { marks } from "#lib/store/marks.ts";
import { record } from "#lib/store/record.ts";
import { pull } from "#lib/sync/pull.ts";
import { push } from "#lib/sync/push.ts";
import { rotateToken } from "#lib/sync/rotate.ts";
import { event, MONDAY } from "#test/domain/story.ts";
import { draft, PAGE, thread } from "#test/store/device.ts";
import { startServer, type TestServer } from "#test/support/server.ts";
import { settled } from "./settled.ts";
import { type PairedDevice, pairDevice } from "./device.ts";

const over = new AbortController();
let server: TestServer;
let kim: PairedDevice;
let lee: PairedDevice;

beforeAll(async () => {
  server = await startServer();
  await server.countPage(PAGE);
  kim = await pairDevice(server, "manager", { name: "Kim", signal: over.signal });
  lee = await pairDevice(server, "manager", { name: "Lee", signal: over.signal });
});
afterAll(async () => {
  over.abort();
  await server.stop();
});

const at = () => kim.sync.store.now();
const tag = (id: string, outcome: "qualified" | "unqualified" = "qualified") =>
  draft("outcome_tagged", { outcome }, { thread: thread(id), at: at() });
const send = ({ sync, workspace }: PairedDevice) => push(sync, workspace, { urgent: true });
/** Reads until a device holds an event; other tests work on the same PostgreSQL, and may keep it back for a moment. */
async function readUntil({ sync, workspace }: PairedDevice, id: string): Promise<void> {
  await expect
    .poll(async () => {
      await pull(sync, workspace, { wait: 0 });
      return sync.store.db.events.get(id);
    })
    .toBeDefined();
}
const statesOf = async ({ sync }: PairedDevice) =>
  Object.fromEntries((await sync.store.db.states.toArray()).map((row) => [row.thread, row.conversations]));

describe("two devices of a team", () => {
  it("fold the same log to the same states as the server, each with what both recorded", async () => {
    const [mine, theirs] = [tag("1"), tag("1", "unqualified")];
    const seen = draft(
      "message_seen",
      { key: "mid.1", sender: "customer" },
      { thread: thread("1"), at: at() },
    );
    await record(kim.sync.store, [seen, mine]);
    await record(lee.sync.store, [theirs]);
    await Promise.all([send(kim), send(lee)]);
    await Promise.all([readUntil(kim, theirs.id), readUntil(lee, mine.id)]);
    expect(await statesOf(kim)).toEqual(await statesOf(lee));
    const rows = await server.db.selectFrom("conversations").select("state").execute();
    expect(rows.map(({ state }) => state)).toEqual((await statesOf(kim))[threadKey(thread("1"))]);
    expect(await kim.sync.store.db.events.get(theirs.id)).toMatchObject({
      workspace: server.workspace,
      event: { member: (await lee.pairing()).member.id },
    });
    expect(await kim.sync.store.db.outbox.count()).toBe(0);
  });

  it("show a colleague's tag within two seconds while an inbox is open, and are told of it", async () => {
    const told: string[][] = [];
    const sync = { ...lee.sync, changed: (change: { threads: string[] }) => told.push(change.threads) };
    const follow = startFollowing({ sync, pause });
    await follow();
    const news = tag("2");
    await record(kim.sync.store, [news]);
    await send(kim);
    const began = performance.now();
    const key = threadKey(thread("2"));
    await expect
      .poll(async () => (await marks(lee.sync.store, [thread("2")]))[key]?.outcome, { interval: 20 })
      .toBe("qualified");
    expect(performance.now() - began).toBeLessThan(2_000);
    await expect.poll(() => told, { interval: 20 }).toEqual([[key]]);
  });

  it("take the colleague's settings and Pages with the feed", async () => {
    const settings = await kim.pairing().then(({ settings: kept }) => kept);
    const json = { ...settings, manualPages: [PAGE] };
    const { token } = await kim.pairing();
    await fetch(`${server.url}/v1/settings`, {
      method: "PUT",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify(json),
    });
    await server.countPage("2002", "Second");
    await pull(kim.sync, kim.workspace, { wait: 0 });
    const pairing = await kim.pairing();
    expect(pairing.settings?.manualPages).toEqual([PAGE]);
    expect(pairing.pages.map(({ asset }) => asset)).toEqual([PAGE, "2002"]);
    expect((await kim.sync.store.db.states.toArray()).every((row) => row.unknownIsPerson)).toBe(true);
  });
});

describe("a new device", () => {
  it("reads a long log page by page, says how far it is, and goes on where it was killed", async () => {
    const author = await server.addMember();
    const events = Array.from({ length: 1_200 }, (_, n) =>
      event("outcome_tagged", MONDAY + n, { outcome: "qualified" }, { thread: thread(`long-${n % 40}`) }),
    );
    for (let from = 0; from < events.length; from += 400) await author.push(events.slice(from, from + 400));
    await settled(server);
    const { count, threads } = await server.db
      .selectFrom("events")
      .select(({ fn }) => [
        fn.countAll<number>().as("count"),
        fn.count<number>("thread_id").distinct().as("threads"),
      ])
      .executeTakeFirstOrThrow();
    const fresh = await pairDevice(server, "rep", { name: "Fay", signal: over.signal });
    const dying = new AbortController();
    const sync = {
      ...fresh.sync,
      wire: { ...fresh.sync.wire, signal: dying.signal },
      changed: () => dying.abort(),
    };
    await pull(sync, fresh.workspace, { wait: 0 });
    expect(await linkState(fresh.sync.store)).toMatchObject({
      state: "online",
      reading: { done: 1_000, total: count },
    });
    const { cursor } = await fresh.pairing();
    await readUntil(fresh, events.at(-1)?.id ?? "");
    expect((await fresh.pairing()).cursor).not.toBe(cursor);
    expect((await fresh.pairing()).reading).toBeNull();
    expect(await fresh.sync.store.db.events.count()).toBe(count);
    expect(Object.keys(await statesOf(fresh))).toHaveLength(threads);
  });

  it("offers its own events again to a server that came back from an older backup", async () => {
    const lost = tag("lost");
    await record(kim.sync.store, [lost]);
    await send(kim);
    await server.db.deleteFrom("events").where("event_id", "=", lost.id).execute();
    await server.db.updateTable("workspaces").set({ feed: randomUUID() }).execute();
    await pull(kim.sync, kim.workspace, { wait: 0 });
    await send(kim);
    const held = await server.db
      .selectFrom("events")
      .select("event_id")
      .where("event_id", "=", lost.id)
      .execute();
    expect(held).toHaveLength(1);
    expect(await kim.sync.store.db.outbox.count()).toBe(0);
  });

  it("changes its token in good time, and keeps the new one alone", async () => {
    const fresh = await pairDevice(server, "rep", { name: "Tess", signal: over.signal });
    const { store, wire } = fresh.sync;
    const before = await fresh.pairing();
    await rotateToken(store, wire, before);
    expect((await fresh.pairing()).token).toBe(before.token);
    await store.db.pairings.update(fresh.workspace, { tokenUntil: store.now() + 59 * 86_400_000 });
    await rotateToken(store, wire, await fresh.pairing());
    const after = await fresh.pairing();
    expect(after.token).not.toBe(before.token);
    expect(after.tokenUntil).toBeGreaterThan(store.now() + 80 * 86_400_000);
    await pull(fresh.sync, fresh.workspace, { wait: 0 });
    expect((await fresh.pairing()).offlineSince).toBeNull();
  });

  it("keeps the link's state when the server is away, and asks nothing more once it is revoked", async () => {
    const gone = await pairDevice(server, "rep", { name: "Gone", signal: over.signal });
    const away = {
      ...gone.sync,
      wire: { ...gone.sync.wire, fetch: () => Promise.reject(new TypeError("away")) },
    };
    await pull(away, gone.workspace, { wait: 0 });
    expect(await gone.pairing()).toMatchObject({ failures: 1, offlineSince: expect.any(Number) });
    await server.db
      .updateTable("tokens")
      .set({ revoked_at: 1 })
      .where("member_id", "=", (await gone.pairing()).member.id)
      .execute();
    await pull(gone.sync, gone.workspace, { wait: 0 });
    expect((await gone.pairing()).revokedAt).not.toBeNull();
  });
});
