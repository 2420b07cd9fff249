import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SalesAnswer, ScorecardAnswer } from "#lib/contract.ts";
import { DAY, event, HOUR, MONDAY, THREAD } from "#test/domain/story.ts";
import type { TestMember } from "#test/support/member.ts";
import { startServer, type TestServer } from "#test/support/server.ts";

let server: TestServer;
let manager: TestMember;

const of = (id: string, asset = THREAD.asset) => ({ thread: { ...THREAD, asset, id } });
const began = (id: string, asset?: string) => [
  event("message_seen", MONDAY, { key: `mid.$${id}`, sender: "customer" }, of(id, asset)),
  event("history_seen", MONDAY, { to: MONDAY, beginning: true }, of(id, asset)),
];
const file = (...rows: string[]) => ["ref,thread,date,amount,currency", ...rows].join("\n");
const upload = (path: string, body: string, member = manager) =>
  member.request(`/v1/sales/${path}`, { method: "POST", headers: { "content-type": "text/csv" }, body });
const answered = async (path: string, csv: string) => {
  const answer = await upload(path, csv);
  expect(answer.status).toBe(200);
  return SalesAnswer.parse(await answer.json());
};
const sales = () =>
  server.db
    .selectFrom("events")
    .select(["event_id", "thread_id", "kind", "member_id", "device_id", "precision", "at", "data"])
    .where("kind", "in", ["sale_recorded", "sale_corrected"])
    .orderBy("event_id")
    .execute();
const revenue = async () => {
  const card = await manager.request("/v1/scorecard?from=2026-11-16&to=2026-11-16");
  return ScorecardAnswer.parse(await card.json()).total.tally;
};

beforeAll(async () => {
  server = await startServer({
    now: () => MONDAY + 40 * DAY,
    environment: { RUNG_TIME_ZONE: "America/New_York" },
  });
  await server.countPage(THREAD.asset);
  await server.countPage("77");
  manager = await server.addMember("manager");
  const ref = { kind: "ref", ref: "spring" } as const;
  await manager.push([
    ...["1", "2", "3", "4"].flatMap((id) => began(id)),
    ...began("1", "77"),
    event("source_attributed", MONDAY, { source: ref, method: "ref" }, of("2")),
    event("sale_recorded", MONDAY + HOUR, { how: "in_chat", ref: "A-3" }, of("3")),
  ]);
});
afterAll(() => server.stop());

const FILE = file(
  "spring,,2026-11-20,85.00,USD",
  "A-3,,2026-11-17,100.00,USD",
  ",4,2026-11-18,15.50,USD",
  ",1,2026-11-18,1.00,USD",
  "nobody,,2026-11-18,1.00,USD",
);

describe("a list of sales", () => {
  it("is checked without being stored", async () => {
    const before = await sales();
    expect(await answered("check", FILE)).toMatchObject({ recorded: 2, corrected: 1, unchanged: 0 });
    expect(await sales()).toEqual(before);
  });

  it("is recorded as events of its conversations; what is not certain is listed", async () => {
    const answer = await answered("imports", FILE);
    expect(answer).toMatchObject({ recorded: 2, corrected: 1, unchanged: 0, inChat: 0 });
    expect(answer.unmatched.map(({ row, reason }) => [row, reason])).toEqual([
      [5, "2 conversations have the thread 1: which one bought is not known."],
      [6, "No conversation of a counted Page has the reference nobody."],
    ]);
    const recorded = (await sales()).find(({ thread_id }) => thread_id === "2");
    expect(recorded).toMatchObject({
      kind: "sale_recorded",
      member_id: manager.id,
      device_id: manager.device,
      precision: "day",
      // Midnight of New York.
      at: Date.UTC(2026, 10, 20, 5),
      data: { amountMinor: 8_500, currency: "USD", ref: "spring", how: "outside" },
    });
    expect(await revenue()).toMatchObject({
      purchases: 3,
      customers: 3,
      unpriced: 0,
      revenue: { USD: { immediateMinor: 10_000, assistedMinor: 10_050, immediate: 1, assisted: 2 } },
    });
  });

  it("changes nothing the second time, in parts, in another order, or five times at once", async () => {
    const before = [await sales(), await revenue()];
    expect(await answered("imports", FILE)).toMatchObject({
      recorded: 0,
      corrected: 0,
      unchanged: 2,
      inChat: 1,
    });
    const [head = "", ...rows] = FILE.split("\n");
    for (const row of rows.toReversed())
      expect(await answered("imports", `${head}\n${row}`)).toMatchObject({ recorded: 0, corrected: 0 });
    await Promise.all(Array.from({ length: 5 }, () => answered("imports", FILE)));
    expect([await sales(), await revenue()]).toEqual(before);
  });

  it("that comes five times at once for the first time is recorded once", async () => {
    const csv = file(...Array.from({ length: 30 }, (_, n) => `N-${n},4,2026-11-19,2.00,USD`));
    const answers = await Promise.all(Array.from({ length: 5 }, () => answered("imports", csv)));
    expect(answers.map(({ recorded }) => recorded).toSorted((a, b) => a - b)).toEqual([0, 0, 0, 0, 30]);
    expect((await revenue()).purchases).toBe(33);
  });

  it("that is wrong is refused whole, each cell by its row and column", async () => {
    const before = await sales();
    const answer = await upload("imports", file("N-90,4,2026-11-19,2.00,USD", "N-91,4,2027-11-19,-2,USD"));
    expect(answer.status).toBe(422);
    const { error } = await answer.json();
    expect(error.code).toBe("sales_file");
    expect(Object.values(error.fields)).toEqual([
      "row 3, column “date”: 2027-11-19 is in the future.",
      expect.stringMatching(/^row 3, column “amount”: “-2” is below zero/),
    ]);
    expect(await sales()).toEqual(before);
  });

  it("is for managers: a rep is told whom to ask", async () => {
    const rep = await server.addMember("rep");
    const answer = await upload("imports", FILE, rep);
    expect([answer.status, (await answer.json()).error.message]).toEqual([
      403,
      "Sales are imported by managers and administrators.",
    ]);
  });
});
