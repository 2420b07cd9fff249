import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fold } from "#lib/domain/conversation.ts";
import type { StoredEvent } from "#lib/domain/event.ts";
import { DAY, event, MINUTE, MONDAY, THREAD } from "#test/domain/story.ts";
import { memberAt, type TestMember } from "#test/support/member.ts";
import { startServer, type TestServer } from "#test/support/server.ts";

let first: TestServer;
let second: TestServer;
const now = () => MONDAY + 40 * DAY;
/** The same device at either server. */
let here: TestMember;
let there: TestMember;

beforeAll(async () => {
  first = await startServer({ now });
  second = await startServer({ now, databaseUrl: first.databaseUrl });
  await first.countPage(THREAD.asset);
  here = await first.addMember("manager");
  there = memberAt(second.url, here);
});
afterAll(() => Promise.all([first.stop(), second.stop()]));

const onThreads = (name: string, count: number, threads: number): StoredEvent[] =>
  Array.from({ length: count }, (_, n) =>
    event(
      "message_seen",
      MONDAY + n * MINUTE,
      { key: `mid.${name}.${n}`, sender: n % 3 ? "person" : "customer" },
      { thread: { ...THREAD, id: `${name}-${n % threads}` } },
    ),
  );

const stored = (name: string) =>
  first.db.selectFrom("events").select("event_id").where("thread_id", "like", `${name}-%`).execute();

describe("two servers on one database", () => {
  it("store a batch once that comes to both at the same moment, ten times each", async () => {
    const batch = onThreads("same", 100, 20);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => (n % 2 ? here : there).push(batch)),
    );
    const accepted = answers.flat().filter(({ result }) => result === "accepted");
    expect(accepted.map(({ id }) => id).toSorted()).toEqual(batch.map(({ id }) => id).toSorted());
    expect(answers.flat().filter(({ result }) => result === "rejected")).toEqual([]);
    expect(await stored("same")).toHaveLength(100);
  });

  it("neither wait for each other in a circle nor lose a fold, whatever the order of threads", async () => {
    const events = onThreads("cross", 400, 25);
    const parts = Array.from({ length: 16 }, (_, part) => events.filter((_, n) => n % 16 === part));
    const answers = await Promise.all(
      parts.map((part, n) => (n % 2 ? here : there).push(n % 4 < 2 ? part : part.toReversed())),
    );
    expect(answers.flat().every(({ result }) => result === "accepted")).toBe(true);
    for (let n = 0; n < 25; n += 1) {
      const id = `cross-${n}`;
      const rows = await first.db
        .selectFrom("conversations")
        .select("state")
        .where("thread_id", "=", id)
        .orderBy("number")
        .execute();
      const mine = events.filter((one) => one.thread.id === id);
      expect(rows.map(({ state }) => state)).toEqual(JSON.parse(JSON.stringify(fold(mine))));
    }
  });

  it("give one id with two contents to one of them, whichever was first", async () => {
    const tag = event(
      "outcome_tagged",
      MONDAY,
      { outcome: "qualified" },
      { thread: { ...THREAD, id: "id-1" } },
    );
    const other = { ...tag, thread: { ...THREAD, id: "id-2" } };
    const answers = await Promise.all([here.push([tag]), there.push([other])]);
    const results = answers.flat().map((one) => (one.result === "rejected" ? one.reason.code : one.result));
    expect(results.toSorted()).toEqual(["accepted", "id_reused"]);
    expect(await stored("id")).toHaveLength(1);
  });

  it("fold by the newest settings, though they are saved while events come in", async () => {
    const settings = await (await here.request("/v1/settings")).json();
    const batches = Array.from({ length: 12 }, (_, n) => [
      event(
        "message_seen",
        MONDAY,
        { key: `a${n}`, sender: "customer" },
        { thread: { ...THREAD, id: `rule-${n}` } },
      ),
      event(
        "message_seen",
        MONDAY + MINUTE,
        { key: `b${n}`, sender: "unknown" },
        { thread: { ...THREAD, id: `rule-${n}` } },
      ),
    ]);
    const json = { ...settings, manualPages: [THREAD.asset] };
    const [saved] = await Promise.all([
      here.request("/v1/settings", { method: "PUT", json }),
      ...batches.map((batch, n) => (n % 2 ? here : there).push(batch)),
    ]);
    expect(saved.status).toBe(200);
    const rows = await first.db
      .selectFrom("conversations")
      .select("state")
      .where("thread_id", "like", "rule-%")
      .execute();
    expect(rows.map(({ state }) => state.firstReplyAt)).toEqual(Array(12).fill(MONDAY + MINUTE));
  });
});
