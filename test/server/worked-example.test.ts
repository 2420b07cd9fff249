import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ScorecardAnswer, SpendImported } from "#lib/contract.ts";
import type { StoredEvent } from "#lib/domain/event.ts";
import { DAY, event, HOUR, MINUTE, MONDAY, THREAD } from "#test/domain/story.ts";
import type { TestMember } from "#test/support/member.ts";
import { startServer, type TestServer } from "#test/support/server.ts";

/** definitions.md, The ladder, worked example (source 000), with real rows through the HTTP API. */
const ADS = ["120210000000000001", "120210000000000002"];
const CSV = [
  "Campaign name,Ad name,Ad ID,Day,Amount spent (USD),Impressions,Reporting starts,Reporting ends",
  `Summer || Chat,Video A,${ADS[0]},2026-11-16,2500.50,90000,2026-11-16,2026-11-16`,
  `Summer || Chat,Video B,${ADS[1]},2026-11-16,499.50,21000,2026-11-16,2026-11-16`,
  `Summer || Chat,Video A,${ADS[0]},2026-11-17,3000.00,99000,2026-11-17,2026-11-17`,
].join("\n");

const NOW = MONDAY + 100 * DAY;
let server: TestServer;
let manager: TestMember;

const started = (n: number): StoredEvent[] => {
  const at = MONDAY + n * MINUTE;
  const told = { thread: { ...THREAD, id: String(10_000 + n) } };
  return [
    event("message_seen", at, { key: `mid.$${n}`, sender: "customer" }, told),
    event("history_seen", at, { to: at, beginning: true }, told),
    event(
      "source_attributed",
      at,
      { source: { kind: "ad", ad: ADS[n % 2] ?? "" }, method: "ad_label" },
      told,
    ),
  ];
};
const sale = (n: number, how: "in_chat" | "outside", after: number, tag?: string): StoredEvent =>
  event(
    "sale_recorded",
    MONDAY + n * MINUTE + after,
    { amountMinor: 8500, currency: "USD", how, ...(tag !== undefined && { tag }) },
    { thread: { ...THREAD, id: String(10_000 + n) } },
  );
const tagged = (n: number): StoredEvent[] => {
  const outcome = n < 32 ? "converted" : n < 160 ? "qualified" : "unqualified";
  const thread = { ...THREAD, id: String(10_000 + n) };
  const tag = event("outcome_tagged", MONDAY + n * MINUTE + HOUR, { outcome }, { thread });
  return outcome === "converted" ? [tag, sale(n, "in_chat", HOUR, tag.id)] : [tag];
};

async function pushAll(events: readonly StoredEvent[]): Promise<void> {
  for (let from = 0; from < events.length; from += 500) {
    const results = await manager.push(events.slice(from, from + 500));
    expect(results.filter(({ result }) => result !== "accepted")).toEqual([]);
  }
}
const scorecard = async (query = "from=2026-11-16&to=2026-11-17") => {
  const answer = await manager.request(`/v1/scorecard?${query}`);
  expect(answer.status).toBe(200);
  return ScorecardAnswer.parse(await answer.json());
};

beforeAll(async () => {
  server = await startServer({ now: () => NOW });
  await server.countPage(THREAD.asset);
  manager = await server.addMember("manager");
  await manager.request("/v1/spend/imports?account=Shop&timeZone=UTC", {
    method: "POST",
    headers: { "content-type": "text/csv" },
    body: CSV,
  });
  const conversations = Array.from({ length: 400 }, (_, n) => n);
  await pushAll([...conversations.flatMap(started), ...conversations.flatMap(tagged)]);
});
afterAll(() => server.stop());

describe("the worked example over HTTP", () => {
  it("costs 6,000 USD, and the same file again changes nothing", async () => {
    const again = await manager.request("/v1/spend/imports?account=Shop", {
      method: "POST",
      headers: { "content-type": "text/csv" },
      body: CSV,
    });
    const imported = SpendImported.parse(await again.json());
    expect(imported).toMatchObject({
      unchanged: true,
      replaced: [],
      summary: { totalMinor: 600_000, rows: 3 },
    });
    expect((await scorecard()).total.spendMinor).toBe(600_000);
  });

  it("gives the figures of the definitions", async () => {
    const { total, currency, costsHidden } = await scorecard();
    const { rungs, beside, headline } = total.ladder;
    expect({ currency, costsHidden, headline }).toEqual({
      currency: "USD",
      costsHidden: false,
      headline: "attributed",
    });
    expect(total.tally).toMatchObject({ started: 400, qualified: 160, customers: 32, purchases: 32 });
    expect(rungs.costPerMessage.attributed).toMatchObject({
      value: 1500,
      low: null,
      high: null,
      state: "ok",
    });
    expect(rungs.qualificationRate.attributed.value).toBe(0.4);
    expect(rungs.qualificationRate.attributed.low).toBeCloseTo(0.3532, 4);
    expect(rungs.qualificationRate.attributed.high).toBeCloseTo(0.4487, 4);
    expect(rungs.costPerQualified.attributed).toMatchObject({ value: 3750, low: 3343, high: 4247 });
    expect(rungs.costPerQualified.blended).toEqual(rungs.costPerQualified.attributed);
    expect(beside.cpa.attributed.value).toBe(18_750);
    expect(total.revenueMinor).toBe(272_000);
    expect(beside.roi).toBeCloseTo(-0.547, 3);
  });

  it("splits by ad and by day without losing a cent or a conversation", async () => {
    for (const by of ["ad", "day", "campaign", "channel"]) {
      const { groups } = await scorecard(`from=2026-11-16&to=2026-11-17&by=${by}`);
      expect(groups.reduce((sum, { tally }) => sum + tally.started, 0)).toBe(400);
      const spent = groups.reduce((sum, { spendMinor }) => sum + (spendMinor ?? 0), 0);
      expect(spent).toBe(by === "channel" ? 0 : 600_000);
    }
    const { groups } = await scorecard("from=2026-11-16&to=2026-11-17&by=ad");
    expect(groups.map(({ label, spendMinor }) => [label, spendMinor])).toEqual([
      ["Video A", 550_050],
      ["Video B", 49_950],
    ]);
  });

  it("adds 40 purchases outside within 30 days", async () => {
    const buyers = Array.from({ length: 40 }, (_, n) => 32 + n);
    await pushAll(buyers.map((n) => sale(n, "outside", 30 * DAY)));
    const { total } = await scorecard();
    expect(total.tally.purchases).toBe(72);
    expect(total.revenueMinor).toBe(612_000);
    expect(total.tally.revenue["USD"]).toMatchObject({ immediate: 32, assisted: 40 });
    expect(total.ladder.beside.cpa.attributed.value).toBe(8333);
    expect(total.ladder.beside.roi).toBeCloseTo(0.02, 3);
  });

  it("counts them no more in a shorter conversion window", async () => {
    const { total, query } = await scorecard("from=2026-11-16&to=2026-11-17&window=7");
    expect(query.window).toBe(7);
    expect(total.tally.purchases).toBe(32);
  });
});
