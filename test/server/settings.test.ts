import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ErrorBody, Me, SourceList } from "#lib/contract.ts";
import { Settings } from "#lib/domain/settings.ts";
import { DAY, event, HOUR, MONDAY, THREAD } from "#test/domain/story.ts";
import type { TestMember } from "#test/support/member.ts";
import { startServer, type TestServer } from "#test/support/server.ts";

let server: TestServer;
let admin: TestMember;

beforeAll(async () => {
  server = await startServer({ now: () => MONDAY + 40 * DAY, environment: { RUNG_TIME_ZONE: "Asia/Tokyo" } });
  await server.countPage(THREAD.asset, "Shop");
  admin = await server.addMember("admin");
});
afterAll(() => server.stop());

const settings = async () => Settings.parse(await (await admin.request("/v1/settings")).json());
const save = (json: Settings) => admin.request("/v1/settings", { method: "PUT", json });
const put = (asset: string, json: object) => admin.request(`/v1/pages/${asset}`, { method: "PUT", json });
const me = async () => Me.parse(await (await admin.request("/v1/me")).json());

describe("settings", () => {
  it("begin as the defaults, and gain a version with each save; older ones stay", async () => {
    const first = await settings();
    expect(first.version).toBe(0);
    const saved = Settings.parse(
      await (await save({ ...first, currency: "EUR", timeZone: "Europe/Berlin" })).json(),
    );
    expect(saved).toEqual({ ...first, currency: "EUR", timeZone: "Europe/Berlin", version: 1 });
    expect(await settings()).toEqual(saved);
    await save({ ...saved, minimum: 10 });
    const versions = await server.db
      .selectFrom("settings")
      .select(["version", "saved_by"])
      .orderBy("version")
      .execute();
    expect(versions).toEqual([
      { version: 1, saved_by: admin.id },
      { version: 2, saved_by: admin.id },
    ]);
  });

  it("are not saved over a newer version: both are told", async () => {
    const old = await settings();
    await save({ ...old, creators: ["Mia"] });
    const answer = await save({ ...old, creators: ["Noa"] });
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({
      error: { code: "settings_newer" },
      current: { version: old.version + 1, creators: ["Mia"] },
      yours: { version: old.version, creators: ["Noa"] },
    });
    expect((await settings()).creators).toEqual(["Mia"]);
  });

  it("that cannot be stored are refused at their own place", async () => {
    const old = await settings();
    const macro = { id: "x", name: "X", folder: null, template: "a\0b" };
    const answer = await save({ ...old, macros: [macro], manualPages: ["a\0b"] });
    expect(answer.status).toBe(400);
    const { error } = ErrorBody.parse(await answer.json());
    expect(Object.keys(error.fields ?? {})).toEqual(["macros.0.template", "manualPages.0"]);
  });

  it("are saved by one of several at the same moment", async () => {
    const old = await settings();
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, n) => save({ ...old, creators: [`Creator ${n}`] })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409, 409]);
  });

  it("decide the workspace's time zone and currency", async () => {
    const current = await settings();
    await save({ ...current, timeZone: null, currency: null });
    expect((await me()).workspace).toMatchObject({ timeZone: "Asia/Tokyo", currency: null });
    await save({ ...(await settings()), timeZone: "Europe/Berlin", currency: "EUR" });
    expect((await me()).workspace).toMatchObject({ timeZone: "Europe/Berlin", currency: "EUR" });
  });

  it("that hold text which cannot be stored are refused", async () => {
    const current = await settings();
    const template = "Hello \0";
    const answer = await save({ ...current, macros: [{ id: "m", name: "M", folder: null, template }] });
    expect([answer.status, (await answer.json()).error.code]).toEqual([400, "invalid_input"]);
    expect(await settings()).toEqual(current);
  });

  it("that name a Page as answered by hand fold its conversations anew", async () => {
    const thread = { ...THREAD, id: "manual" };
    await admin.push([
      event("message_seen", MONDAY, { key: "mid.1", sender: "customer" }, { thread }),
      event("message_seen", MONDAY + HOUR, { key: "mid.2", sender: "unknown" }, { thread }),
    ]);
    const firstReply = async () => {
      const row = await server.db
        .selectFrom("conversations")
        .select("state")
        .where("thread_id", "=", thread.id)
        .executeTakeFirstOrThrow();
      return row.state.firstReplyAt;
    };
    expect(await firstReply()).toBeNull();
    await save({ ...(await settings()), manualPages: [THREAD.asset] });
    expect(await firstReply()).toBe(MONDAY + HOUR);
    await save({ ...(await settings()), manualPages: [] });
    expect(await firstReply()).toBeNull();
  });
});

describe("a Page", () => {
  it("is answered for by an administrator; without a name the known one stays", async () => {
    expect(await (await put("77", { name: "Side shop", counted: true })).json()).toEqual({
      asset: "77",
      name: "Side shop",
      counted: true,
    });
    await put("77", { name: null, counted: false });
    expect((await me()).pages).toContainEqual({ asset: "77", name: "Side shop", counted: false });
  });

  it("that is not counted any more takes no events, and its conversations leave the report", async () => {
    await put("78", { name: null, counted: true });
    const thread = { ...THREAD, asset: "78" };
    const said = event("message_seen", MONDAY, { key: "mid.3", sender: "customer" }, { thread });
    expect(await admin.push([said])).toMatchObject([{ result: "accepted" }]);
    const all = async () => {
      const answer = await admin.request("/v1/scorecard?from=2026-11-16&to=2026-11-16");
      return (await answer.json()).total.tally.all;
    };
    const before = await all();
    await put("78", { name: null, counted: false });
    expect(await all()).toBe(before - 1);
    expect(await admin.push([event("closed", MONDAY, {}, { thread })])).toMatchObject([
      { result: "rejected", reason: { code: "page_not_counted" } },
    ]);
  });

  it("has an id of the page, or is refused", async () => {
    const answer = await put("a%20b", { name: null, counted: true });
    expect([answer.status, (await answer.json()).error.fields]).toEqual([
      400,
      { asset: "must be an id of the page" },
    ]);
  });
});

describe("sources", () => {
  it("are the campaigns and ads of spend, the names that people gave, and the creators", async () => {
    const csv = [
      "Campaign name,Ad name,Ad ID,Day,Amount spent (EUR),Reporting starts,Reporting ends",
      "Autumn,Old name,120210000000000001,2026-11-16,10.00,2026-11-16,2026-11-16",
      "Autumn,New name,120210000000000001,2026-11-17,10.00,2026-11-17,2026-11-17",
    ].join("\n");
    const headers = { "content-type": "text/csv" };
    await admin.request("/v1/spend/imports?account=Shop&timeZone=UTC", {
      method: "POST",
      headers,
      body: csv,
    });
    await admin.request("/v1/ad-names/120210000000000009", { method: "PUT", json: { campaign: "Winter" } });
    await admin.request("/v1/ad-names/120210000000000001", { method: "PUT", json: { campaign: "Ignored" } });
    await save({ ...(await settings()), creators: ["Mia"] });
    expect(SourceList.parse(await (await admin.request("/v1/sources")).json())).toEqual({
      campaigns: ["Autumn", "Ignored", "Winter"],
      ads: [
        { id: "120210000000000001", name: "New name", campaign: "Autumn" },
        { id: "120210000000000009", name: null, campaign: "Winter" },
      ],
      creators: ["Mia"],
    });
  });
});
