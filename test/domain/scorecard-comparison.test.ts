import { describe, expect, it } from "vitest";
import { compileHours } from "#lib/domain/calendar.ts";
import { fold } from "#lib/domain/conversation.ts";
import type { CostLine } from "#lib/domain/cost-line.ts";
import { DEFAULT_TARGETS } from "#lib/domain/response-target.ts";
import { NO_TARGETS } from "#lib/domain/diagnosis-shortfall.ts";
import { defaultHours } from "#lib/domain/response-settings.ts";
import { scorecard, type ScorecardInput } from "#lib/domain/scorecard.ts";
import { type Counted, DEFAULT_QUERY } from "#lib/domain/scorecard-query.ts";
import type { Source } from "#lib/domain/event-data.ts";
import { DAY, event, HOUR, MINUTE, MONDAY, says, THREAD, wholeHistory } from "#test/domain/story.ts";
import { spendRow } from "./spend-rows.ts";

const AD: Source = { kind: "campaign", campaign: "Spring" };
const ANA: Source = { kind: "creator", creator: "Ana" };

let customers = 0;
/** A conversation that went on after an answer ten minutes later. */
const began = (at: number, source: Source, became: "qualified" | "unqualified" | "sold"): Counted => {
  customers += 1;
  const events = [
    says("customer", at),
    wholeHistory(at, at),
    says("person", at + 10 * MINUTE),
    says("customer", at + 20 * MINUTE),
  ];
  events.push(event("source_attributed", at, { source, method: "chosen" }));
  events.push(
    event("outcome_tagged", at + HOUR, { outcome: became === "unqualified" ? became : "qualified" }),
  );
  if (became === "sold")
    events.push(event("sale_recorded", at + HOUR, { amountMinor: 5000, currency: "USD", how: "in_chat" }));
  const [conversation] = fold(events);
  if (!conversation) throw new Error("no conversation");
  return { thread: { ...THREAD, id: String(customers) }, conversation };
};
const withAna = (at: number, ana: "sold" | "unqualified"): Counted[] => [
  ...many(300, () => began(at, AD, "sold")),
  ...many(300, () => began(at, ANA, ana)),
];
const campaign = (name: string): Source => ({ kind: "campaign", campaign: name });
const many = (count: number, make: () => Counted): Counted[] => Array.from({ length: count }, make);

const week = (from: string, to: string, amountMinor: number) =>
  spendRow({ from, to, campaign: "Spring", amountMinor });

/** This week a third is qualified, the week before half was, for the same money. Everything is 40 days old. */
const input: ScorecardInput = {
  query: { ...DEFAULT_QUERY, from: "2026-11-16", to: "2026-11-22", timeZone: "UTC", by: "none" },
  conversations: [
    ...many(200, () => began(MONDAY, AD, "qualified")),
    ...many(400, () => began(MONDAY, AD, "unqualified")),
  ],
  previous: [
    ...many(300, () => began(MONDAY - 7 * DAY, AD, "qualified")),
    ...many(300, () => began(MONDAY - 7 * DAY, AD, "unqualified")),
  ],
  spend: [week("2026-11-16", "2026-11-22", 60_000), week("2026-11-09", "2026-11-15", 60_000)],
  adNames: new Map(),
  currency: null,
  response: {
    hours: [{ from: 0, value: compileHours(defaultHours("UTC")) }],
    targets: [{ from: 0, value: DEFAULT_TARGETS }],
  },
  now: MONDAY + 40 * DAY,
};

describe("a window beside the one before", () => {
  const { comparison, diagnosis } = scorecard(input);

  it("says by how much each rung changed, and whether the data tell it apart", () => {
    expect(comparison).toMatchObject({
      age: 30,
      now: { to: "2026-11-22" },
      before: { from: "2026-11-09", to: "2026-11-15" },
    });
    expect(comparison?.rungs.costPerQualified).toMatchObject({ change: 0.5, toldApart: true });
    expect(comparison?.rungs.costPerMessage).toMatchObject({ change: 0, toldApart: false });
  });

  it("names the weakest rung with its advice", () => {
    expect(diagnosis.weakest).toMatchObject({
      factor: "qualificationRate",
      against: "previous",
      toldApart: true,
    });
    expect(diagnosis.advice[0]).toMatch(/offer/);
  });

  it("compares at the longest age that enough have reached, and leaves younger days out", () => {
    const young = scorecard({ ...input, now: MONDAY + 8 * DAY });
    expect(young.comparison).toMatchObject({ age: 7, now: { from: "2026-11-16", to: "2026-11-16" } });
    expect(scorecard({ ...input, now: MONDAY + 2 * HOUR }).comparison).toBeNull();
  });

  it("has none without a window before; then the largest drop is shown, as a drop", () => {
    const alone = scorecard({ ...input, previous: [] });
    expect(alone.comparison).toBeNull();
    expect(alone.diagnosis).toMatchObject({ weakest: null, drop: { factor: expect.any(String) } });
  });
});

describe("the basis of a change", () => {
  it("is all conversations for a rate, and those paid for, a creator's too, for CAC", () => {
    const week = { from: "2026-11-09", to: "2026-11-22", campaign: null };
    const fee: CostLine = {
      ...week,
      id: "1",
      kind: "creator_fee",
      name: "Ana",
      amountMinor: 14_000,
      currency: "USD",
      hours: null,
      creator: "Ana",
    };
    const { comparison } = scorecard({
      ...input,
      conversations: withAna(MONDAY, "unqualified"),
      previous: withAna(MONDAY - 7 * DAY, "sold"),
      costLines: [fee],
    });
    expect(comparison?.rungs.cac).toMatchObject({ change: 1, toldApart: true });
    expect(comparison?.rungs.qualificationRate).toMatchObject({
      now: { value: 0.5, denominator: 600 },
      before: { value: 1 },
      toldApart: true,
    });
    expect(comparison?.rungs.costPerQualified).toMatchObject({ now: { denominator: 300 }, change: 0 });
  });
});

describe("ranks and targets", () => {
  const spend = ["Spring", "Winter", "New"].map((name) => ({
    ...week("2026-11-16", "2026-11-16", 60_000),
    campaign: name,
  }));

  it("are made at one age: a campaign that began today is not the worst", () => {
    const now = MONDAY + 40 * DAY;
    const { ranking, groups } = scorecard({
      ...input,
      query: { ...input.query, to: "2026-12-26", by: "campaign" },
      conversations: [
        ...many(60, () => began(MONDAY, campaign("Spring"), "qualified")),
        ...many(60, () => began(MONDAY, campaign("Winter"), "unqualified")),
        ...many(20, () => began(MONDAY, campaign("Winter"), "qualified")),
        ...many(90, () => began(now - 2 * HOUR, campaign("New"), "unqualified")),
      ],
      spend: [...spend, { ...week("2026-12-26", "2026-12-26", 60_000), campaign: "New" }],
      now,
    });
    expect(groups.map(({ key }) => key)).toEqual(["New", "Spring", "Winter"]);
    expect(ranking).toMatchObject({ best: { key: "Spring" }, worst: { key: "Winter" }, ranked: 2 });
  });

  it("are not made of conversations that began an hour ago", () => {
    const goals = { ...NO_TARGETS, qualificationRate: 0.9 };
    const { diagnosis, ranking } = scorecard({ ...input, goals, now: MONDAY + 2 * HOUR });
    expect(diagnosis).toMatchObject({
      weakest: null,
      candidate: { factor: "qualificationRate", needed: 30 },
    });
    expect(ranking).toBeNull();
    expect(scorecard({ ...input, goals }).diagnosis.weakest).toMatchObject({ against: "target" });
  });
});

describe("customers", () => {
  it("and their distinct threads are of the same window", () => {
    const late = began(MONDAY, AD, "sold");
    const { thread } = began(MONDAY, AD, "sold");
    const twice = { thread, conversation: began(MONDAY + DAY, AD, "sold").conversation };
    const conversations = [late, { ...twice, conversation: late.conversation }, twice];
    const { total } = scorecard({ ...input, conversations });
    expect([total.tally.customers, total.customerThreads]).toEqual([3, 2]);
    const [sale] = late.conversation.sales;
    const outside = {
      ...late,
      conversation: { ...late.conversation, sales: sale ? [{ ...sale, at: MONDAY + 31 * DAY }] : [] },
    };
    const none = scorecard({ ...input, conversations: [outside] }).total;
    expect([none.tally.customers, none.customerThreads]).toEqual([0, 0]);
  });
});

describe("cost lines", () => {
  const fee: CostLine = {
    id: "1",
    kind: "creator_fee",
    name: "Ana",
    amountMinor: 7000,
    currency: "USD",
    hours: null,
    from: "2026-11-16",
    to: "2026-11-22",
    campaign: null,
    creator: "Ana",
  };
  const sold = {
    ...input,
    conversations: [
      ...many(40, () => began(MONDAY, AD, "sold")),
      ...many(10, () => began(MONDAY, ANA, "sold")),
    ],
  };

  it("are part of CAC, and their source's conversations are paid for; cost per message stays what the ads cost", () => {
    const { total } = scorecard({ ...sold, costLines: [fee] });
    expect(total.totalCostMinor).toBe(67_000);
    expect(total.ladder.rungs.cac.attributed).toMatchObject({
      value: 1340,
      numerator: 67_000,
      denominator: 50,
    });
    expect(total.ladder.rungs.costPerMessage.attributed).toMatchObject({ value: 1500, denominator: 40 });
    expect(scorecard(sold).total.ladder.rungs.cac.attributed.denominator).toBe(40);
  });

  it("give a creator a cost of their own", () => {
    const { groups } = scorecard({ ...sold, query: { ...input.query, by: "creator" }, costLines: [fee] });
    const ana = groups.find(({ key }) => key === "Ana");
    expect(ana).toMatchObject({ spendMinor: null, totalCostMinor: 7000 });
    expect(ana?.ladder.rungs.cac.attributed.value).toBe(700);
    expect(ana?.ladder.rungs.costPerMessage.blended.state).toBe("no_data");
  });
});

describe("response times", () => {
  it("are of the waits that started in the window, whenever the conversation did", () => {
    const active = [...input.conversations, ...(input.previous ?? [])];
    const { responseTimes } = scorecard({ ...input, active });
    expect(responseTimes?.first_reply).toMatchObject({
      answered: 600,
      medianMs: 10 * MINUTE,
      inTime: { value: 1 },
    });
    expect(scorecard({ ...input, response: null }).responseTimes).toBeNull();
  });
});
