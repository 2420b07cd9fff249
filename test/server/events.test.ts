import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EventResult } from "#lib/contract.ts";
import { hlcTime, tick } from "#lib/domain/hlc.ts";
import { event, HOUR, MINUTE, MONDAY, says, THREAD } from "#test/domain/story.ts";
import type { TestMember } from "#test/support/member.ts";
import { secondWorkspace } from "./second-workspace.ts";
import { startServer, type TestServer } from "#test/support/server.ts";

const NOW = MONDAY + 24 * HOUR;
let server: TestServer;
let rep: TestMember;

beforeAll(async () => {
  server = await startServer({ now: () => NOW });
  await server.countPage(THREAD.asset);
  rep = await server.addMember("rep");
});
afterAll(() => server.stop());

const kinds = (results: readonly EventResult[]) =>
  results.map((one) => (one.result === "rejected" ? one.reason.code : one.result));
const thread = (id: string) => ({ ...THREAD, id });
const offer = (whom?: string) =>
  event("handoff_offered", MONDAY, { to: "sales", ...(whom && { whom }) }, { thread: thread("57") });
const sale = (data: { amountMinor: number; currency: string }) =>
  event("sale_recorded", MONDAY, { ...data, how: "in_chat" }, { thread: thread("50") });

describe("a batch", () => {
  it("is answered event by event, in its order", async () => {
    const good = says("customer", MONDAY);
    const unknownKind = { ...says("customer", MONDAY), kind: "message_text" };
    const withText = {
      ...good,
      id: says("customer", MONDAY).id,
      data: { key: "mid.1", sender: "customer", text: "Hi" },
    };
    const elsewhere = event("closed", MONDAY, {}, { thread: { ...THREAD, asset: "42" } });
    const results = await rep.push([good, unknownKind, null, withText, elsewhere, good]);
    expect(kinds(results)).toEqual([
      "accepted",
      "invalid_event",
      "invalid_event",
      "invalid_event",
      "page_not_counted",
      "duplicate",
    ]);
    expect(results.map(({ id }) => id)).toEqual([
      good.id,
      unknownKind.id,
      "",
      withText.id,
      elsewhere.id,
      good.id,
    ]);
    expect(results[3]).toMatchObject({ reason: { fields: { data: expect.stringContaining("text") } } });
  });

  it("refuses a price that is none by its field: below zero, or in no currency", async () => {
    const results = await rep.push([
      sale({ amountMinor: -1, currency: "USD" }),
      sale({ amountMinor: 1, currency: "ZZZ" }),
      sale({ amountMinor: 1, currency: "KWD" }),
    ]);
    expect(results).toMatchObject([
      { result: "rejected", reason: { fields: { "data.amountMinor": expect.any(String) } } },
      {
        result: "rejected",
        reason: { fields: { "data.currency": "must be the code of a currency, like USD" } },
      },
      { result: "accepted" },
    ]);
  });

  it("names the member and the workspace of the token, and the time of receipt", async () => {
    const tag = event("outcome_tagged", MONDAY, { outcome: "qualified" }, { thread: thread("51") });
    await rep.push([tag]);
    const row = await server.db
      .selectFrom("events")
      .selectAll()
      .where("event_id", "=", tag.id)
      .executeTakeFirst();
    expect(row).toMatchObject({
      workspace_id: server.workspace,
      member_id: rep.id,
      received_at: NOW,
      at: MONDAY,
      flagged: false,
    });
  });

  it("is folded before it is answered", async () => {
    const own = thread("52");
    await rep.push([
      event("message_seen", MONDAY, { key: "mid.52", sender: "customer" }, { thread: own }),
      event("history_seen", MONDAY, { to: MONDAY, beginning: true }, { thread: own }),
      event("outcome_tagged", MONDAY + MINUTE, { outcome: "sales_ready" }, { thread: own }),
    ]);
    const rows = await server.db
      .selectFrom("conversations")
      .selectAll()
      .where("thread_id", "=", "52")
      .execute();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ start_at: MONDAY, start_seen: true, started_by: "customer" });
    expect(rows[0]?.state.outcome).toMatchObject({ outcome: "sales_ready", by: rep.id });
  });

  it("hands over to members of this workspace alone; the rest of it is taken", async () => {
    const gone = await server.addMember("rep");
    await server.db
      .updateTable("members")
      .set({ removed_at: NOW })
      .where("member_id", "=", gone.id)
      .execute();
    const other = await secondWorkspace(server, { role: "rep", asset: THREAD.asset, now: NOW });
    const named = [rep.id, gone.id, other.member.id, crypto.randomUUID(), undefined];
    const results = await rep.push(named.map(offer));
    expect(kinds(results)).toEqual(["accepted", "accepted", "unknown_member", "unknown_member", "accepted"]);
    expect(results[2]).toMatchObject({
      reason: { fields: { "data.whom": "must be a member of this workspace" } },
    });
  });

  it("of another device than the token's is refused whole", async () => {
    const answer = await rep.request("/v1/events", {
      json: { device: crypto.randomUUID(), sentAt: NOW, events: [says("customer", MONDAY)] },
    });
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ error: { code: "other_device" } });
  });

  it("holds 500 events at most", async () => {
    const many = Array.from({ length: 501 }, (_, n) => says("customer", MONDAY + n, `mid.many${n}`));
    await expect(rep.push(many)).rejects.toThrow(/^400 /);
    const results = await rep.push(many.slice(0, 500));
    expect(new Set(kinds(results))).toEqual(new Set(["accepted"]));
  });
});

describe("an id that comes again", () => {
  it("with the same content is a duplicate, and says what is stored", async () => {
    const tag = event("outcome_tagged", MONDAY, { outcome: "qualified", criteria: ["Need"] });
    await rep.push([tag]);
    expect(await rep.push([tag])).toEqual([
      { id: tag.id, result: "duplicate", stored: { at: tag.at, hlc: tag.hlc } },
    ]);
  });

  it.each([
    ["another time", { at: MONDAY + 1 }],
    ["another stamp", { hlc: tick("0000000000000000", MONDAY + 5) }],
    ["another thread", { thread: thread("53") }],
    ["another judgement", { data: { outcome: "unqualified" } }],
  ])("with %s is refused, also within one batch", async (_, change) => {
    const tag = event("outcome_tagged", MONDAY, { outcome: "qualified" });
    expect(kinds(await rep.push([tag, { ...tag, ...change }]))).toEqual(["accepted", "id_reused"]);
    expect(kinds(await rep.push([{ ...tag, ...change }, tag]))).toEqual(["id_reused", "duplicate"]);
  });
});

describe("a clock that runs ahead", () => {
  it("is bounded to the receipt, flagged, and told; the same event again is still a duplicate", async () => {
    const late = event("outcome_tagged", NOW + HOUR, { outcome: "qualified" }, { thread: thread("54") });
    const [first] = await rep.push([late]);
    const stored = { at: NOW, hlc: expect.any(String) };
    expect(first).toEqual({ id: late.id, result: "accepted", stored });
    const row = await server.db
      .selectFrom("events")
      .selectAll()
      .where("event_id", "=", late.id)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ at: NOW, flagged: true });
    expect(hlcTime(row.hlc)).toBe(NOW);
    expect(await rep.push([late])).toEqual([{ id: late.id, result: "duplicate", stored }]);
  });

  it("makes no judgement about a moment that is still to come, and leaves what is to come by its nature", async () => {
    const ahead = { outcome: "qualified", about: NOW + HOUR } as const;
    const about = event("outcome_tagged", MONDAY, ahead, { thread: thread("56") });
    const due = event("follow_up_set", MONDAY, { due: NOW + HOUR }, { thread: thread("56") });
    expect(await rep.push([about, due])).toEqual([
      { id: about.id, result: "accepted", stored: { at: MONDAY, hlc: about.hlc, about: NOW } },
      { id: due.id, result: "accepted" },
    ]);
    const rows = await server.db.selectFrom("events").selectAll().where("thread_id", "=", "56").execute();
    expect(rows.map(({ data, flagged }) => ({ data, flagged }))).toEqual([
      { data: { ...ahead, about: NOW }, flagged: true },
      { data: { due: NOW + HOUR }, flagged: false },
    ]);
  });
});

describe("a page whose times run ahead", () => {
  it.each([
    ["turn_seen", { sender: "customer", to: NOW + 9 * HOUR }],
    ["history_seen", { beginning: true, to: NOW + 9 * HOUR }],
  ] as const)("has seen nothing later than the receipt: %s", async (kind, data) => {
    const seen = event(kind, MONDAY, data, { thread: thread(`55-${kind}`) });
    const stored = { at: MONDAY, hlc: seen.hlc, to: NOW };
    expect(await rep.push([seen])).toEqual([{ id: seen.id, result: "accepted", stored }]);
    const row = await server.db
      .selectFrom("events")
      .selectAll()
      .where("event_id", "=", seen.id)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ at: MONDAY, flagged: true, data: { ...data, to: NOW } });
    expect(kinds(await rep.push([seen]))).toEqual(["duplicate"]);
  });
});

describe("text that cannot be stored", () => {
  it.each([
    ["NUL", "a\0b"],
    ["half a character", "a\ud800b"],
  ])("refuses its event alone: %s", async (_, reason) => {
    const bad = event("outcome_tagged", MONDAY, { outcome: "unqualified", reason });
    const good = event("closed", MONDAY, {});
    expect(kinds(await rep.push([bad, good]))).toEqual(["invalid_event", "accepted"]);
  });
});
