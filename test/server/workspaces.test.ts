import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Me, ScorecardAnswer, SourceList, SpendAccount } from "#lib/contract.ts";
import { Settings } from "#lib/domain/settings.ts";
import { DAY, event, HOUR, MONDAY, THREAD } from "#test/domain/story.ts";
import type { TestMember } from "#test/support/member.ts";
import { startServer, type TestServer } from "#test/support/server.ts";
import { secondWorkspace } from "./second-workspace.ts";

const NOW = MONDAY + DAY;
const ASSET = THREAD.asset;
let server: TestServer;
let ours: TestMember;
let theirs: TestMember;

const told = (id: string) => ({ thread: { ...THREAD, id } });
const tag = event("outcome_tagged", MONDAY + HOUR, { outcome: "qualified" }, told("1"));
const conversation = [
  event("message_seen", MONDAY, { key: "mid.1", sender: "customer" }, told("1")),
  event("history_seen", MONDAY, { to: MONDAY, beginning: true }, told("1")),
  tag,
];
const CSV = [
  "Campaign name,Ad ID,Day,Amount spent (USD),Reporting starts,Reporting ends",
  "Secret,120210000000000001,2026-11-16,10.00,2026-11-16,2026-11-16",
].join("\n");

beforeAll(async () => {
  server = await startServer({ now: () => NOW });
  await server.countPage(ASSET, "Shop");
  ours = await server.addMember("admin", "Ada");
  // Both count the same Page, as an agency and its client would.
  ({ member: theirs } = await secondWorkspace(server, { role: "admin", asset: ASSET, now: NOW }));
  await ours.push(conversation);
  await ours.request("/v1/spend/imports?account=Shop&timeZone=UTC", {
    method: "POST",
    headers: { "content-type": "text/csv" },
    body: CSV,
  });
  const settings = Settings.parse(await (await ours.request("/v1/settings")).json());
  await ours.request("/v1/settings", {
    method: "PUT",
    json: { ...settings, currency: "USD", creators: ["Mia"] },
  });
});
afterAll(() => server.stop());

const read = async (member: TestMember, path: string) => (await member.request(path)).json();

describe("two workspaces on one database never see each other", () => {
  it("in their conversations and spend", async () => {
    const query = "/v1/scorecard?from=2026-11-16&to=2026-11-16&by=campaign";
    const mine = ScorecardAnswer.parse(await read(ours, query));
    expect([mine.total.tally.started, mine.total.spendMinor]).toEqual([1, 1000]);
    const other = ScorecardAnswer.parse(await read(theirs, query));
    expect([other.total.tally.all, other.total.spendMinor, other.currency]).toEqual([0, null, null]);
    expect(other.groups).toEqual([]);
  });

  it("in their people, Pages, sources, accounts and settings", async () => {
    const me = Me.parse(await read(theirs, "/v1/me"));
    expect(me.members.map(({ name }) => name)).toEqual(["Eve"]);
    expect(me.pages).toEqual([{ asset: ASSET, name: "Other shop", counted: true }]);
    expect(SourceList.parse(await read(theirs, "/v1/sources"))).toEqual({
      campaigns: [],
      ads: [],
      creators: [],
    });
    expect(SpendAccount.array().parse(await read(theirs, "/v1/spend/accounts"))).toEqual([]);
    expect(await read(theirs, "/v1/settings")).toMatchObject({ version: 0, currency: null, creators: [] });
  });

  it("in their events: the same id, the same thread, a foreign target mean nothing", async () => {
    const own = event("outcome_tagged", MONDAY + HOUR, { outcome: "unqualified" }, told("1"));
    const undo = event("withdrawn", MONDAY + 2 * HOUR, { target: tag.id }, told("1"));
    const results = await theirs.push([...conversation, own, undo]);
    expect(results.map(({ result }) => result)).toEqual(Array(5).fill("accepted"));
    const mine = ScorecardAnswer.parse(await read(ours, "/v1/scorecard?from=2026-11-16&to=2026-11-16"));
    expect([mine.total.tally.started, mine.total.tally.qualified]).toEqual([1, 1]);
    const other = ScorecardAnswer.parse(await read(theirs, "/v1/scorecard?from=2026-11-16&to=2026-11-16"));
    expect([other.total.tally.started, other.total.tally.qualified]).toEqual([1, 0]);
  });

  it("in what they change: Pages and pairings", async () => {
    await theirs.request(`/v1/pages/${ASSET}`, { method: "PUT", json: { name: "Mine", counted: false } });
    expect(Me.parse(await read(ours, "/v1/me")).pages).toEqual([
      { asset: ASSET, name: "Shop", counted: true },
    ]);
    const json = { name: "Ada", role: "admin", member: ours.id };
    expect((await theirs.request("/v1/pairings", { json })).status).toBe(404);
  });
});
