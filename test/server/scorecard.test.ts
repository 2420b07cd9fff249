import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ScorecardAnswer, Settings } from "#lib/contract.ts";
import { DAY, event, HOUR, THREAD } from "#test/domain/story.ts";
import type { TestMember } from "#test/support/member.ts";
import { startServer, type TestServer } from "#test/support/server.ts";

/** In Auckland (UTC+13) 16 November begins at 11:00 of the 15th in UTC. */
const START = Date.UTC(2026, 10, 15, 11);
let server: TestServer;
let manager: TestMember;

beforeAll(async () => {
  server = await startServer({
    now: () => START + 40 * DAY,
    environment: { RUNG_TIME_ZONE: "Pacific/Auckland" },
  });
  await server.countPage(THREAD.asset);
  manager = await server.addMember("manager");
  const starts = [START - 1000, START, START + DAY - 1000, START + DAY];
  await manager.push(
    starts.flatMap((at, n) => {
      const told = { thread: { ...THREAD, id: String(n) } };
      return [
        event("message_seen", at, { key: `mid.${n}`, sender: "customer" }, told),
        event("history_seen", at, { to: at, beginning: true }, told),
      ];
    }),
  );
});
afterAll(() => server.stop());

const ask = (query: string) => manager.request(`/v1/scorecard?${query}`);
const card = async (query: string) => ScorecardAnswer.parse(await (await ask(query)).json());

const qualified = async () => (await card("from=2026-11-17&to=2026-11-17")).total.tally.qualified;

describe("GET /v1/scorecard", () => {
  it("counts days of the workspace's time zone, both ends", async () => {
    const started = async (from: string, to: string) =>
      (await card(`from=${from}&to=${to}`)).total.tally.started;
    expect(await started("2026-11-16", "2026-11-16")).toBe(2);
    expect(await started("2026-11-15", "2026-11-16")).toBe(3);
    expect(await started("2026-11-15", "2026-11-17")).toBe(4);
    const { groups } = await card("from=2026-11-15&to=2026-11-17&by=day");
    expect(groups.map(({ key, tally }) => [key, tally.started])).toEqual([
      ["2026-11-15", 1],
      ["2026-11-16", 2],
      ["2026-11-17", 1],
    ]);
  });

  it("prints what was asked, with the settings' defaults", async () => {
    const { query, generatedAt } = await card("from=2026-11-16&to=2026-11-16");
    expect(query).toEqual({
      from: "2026-11-16",
      to: "2026-11-16",
      timeZone: "Pacific/Auckland",
      by: "none",
      window: 30,
      rule: "first",
      minimum: 30,
    });
    expect(generatedAt).toBe(START + 40 * DAY);
  });

  it("answers a day without anything with no data, never with zero", async () => {
    const { total, currency } = await card("from=2026-01-01&to=2026-01-01");
    expect(currency).toBeNull();
    expect(total.spendMinor).toBeNull();
    for (const { attributed, blended } of Object.values(total.ladder.rungs))
      expect([attributed.state, blended.state, blended.value]).toEqual(["no_data", "no_data", null]);
  });

  it.each([
    ["from=2026-11-17&to=2026-11-16", { from: "must not be later than `to`" }],
    ["from=2026-02-30&to=2026-03-01", { from: "must be a day such as 2026-11-30" }],
    ["from=2026-11-16", { to: expect.any(String) }],
    ["from=2026-11-16&to=2026-11-16&by=mood", { by: expect.stringContaining("campaign") }],
    ["from=2026-11-16&to=2026-11-16&window=2", { window: expect.stringContaining("14") }],
    ["from=0000-01-01&to=2026-11-16", { from: expect.any(String) }],
  ])("names the field that is wrong: %s", async (query, fields) => {
    const answer = await ask(query);
    expect(answer.status).toBe(400);
    expect((await answer.json()).error).toMatchObject({ code: "invalid_input", fields });
  });

  it("sees what was pushed a moment ago, from any server", async () => {
    const second = await startServer({ databaseUrl: server.databaseUrl, now: () => START + 40 * DAY });
    const thread = { ...THREAD, id: "1" };
    await manager.push([event("outcome_tagged", START + HOUR, { outcome: "qualified" }, { thread })]);
    const headers = { authorization: `Bearer ${manager.token}` };
    const answer = await fetch(`${second.url}/v1/scorecard?from=2026-11-16&to=2026-11-16`, { headers });
    expect(ScorecardAnswer.parse(await answer.json()).total.tally.qualified).toBe(1);
    await second.stop();
  });

  it("goes by settings that were saved since it was asked last", async () => {
    const thread = { ...THREAD, id: "3" };
    await manager.push([event("outcome_tagged", START + 3 * DAY, { outcome: "qualified" }, { thread })]);
    expect(await qualified()).toBe(1);
    const settings = Settings.parse(await (await manager.request("/v1/settings")).json());
    const body = JSON.stringify({ ...settings, window: 1 });
    const headers = { "content-type": "application/json" };
    expect((await manager.request("/v1/settings", { method: "PUT", headers, body })).status).toBe(200);
    expect(await qualified()).toBe(0);
  });
});
