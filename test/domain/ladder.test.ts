import { describe, expect, it } from "vitest";
import { fold } from "#lib/domain/conversation.ts";
import type { Conversation } from "#lib/domain/conversation.ts";
import { costPer, rate } from "#lib/domain/figure.ts";
import { ladder } from "#lib/domain/ladder.ts";
import { stagesOf } from "#lib/domain/stage.ts";
import { emptyTally, tally } from "#lib/domain/tally.ts";
import { DAY, event, HOUR, MONDAY, says, wholeHistory } from "#test/domain/story.ts";

const NOW = MONDAY + 100 * DAY;
const rules = { minimum: 30, immature: 0 };

const started = (...more: Parameters<typeof fold>[0]): Conversation => {
  const [conversation] = fold([says("customer", MONDAY), wholeHistory(MONDAY, MONDAY), ...more]);
  if (!conversation) throw new Error("no conversation");
  return conversation;
};
const tag = (outcome: "qualified" | "unqualified", at = MONDAY + HOUR) =>
  event("outcome_tagged", at, { outcome });
const sale = (how: "in_chat" | "outside" = "in_chat", at = MONDAY + HOUR) =>
  event("sale_recorded", at, { amountMinor: 8500, currency: "USD", how });

/** definitions.md, The ladder, worked example: 400 conversations, 160 qualified, 32 customers. */
const example = [
  ...Array.from({ length: 240 }, () => started(tag("unqualified"))),
  ...Array.from({ length: 128 }, () => started(tag("qualified"))),
  ...Array.from({ length: 32 }, () => started(tag("qualified"), sale())),
];
const MONEY = { currency: "USD", spendMinor: 600_000, totalCostMinor: 600_000 };

describe("the worked example", () => {
  const all = tally(example, 30, NOW);
  const { rungs, beside } = ladder({ all, attributed: all, money: MONEY });

  it("gives the figures of the definitions", () => {
    expect(rungs.costPerMessage.attributed).toMatchObject({
      value: 1500,
      low: null,
      high: null,
      state: "ok",
    });
    expect(rungs.qualificationRate.blended.value).toBe(0.4);
    expect(rungs.qualificationRate.blended.low).toBeCloseTo(0.3532, 4);
    expect(rungs.qualificationRate.blended.high).toBeCloseTo(0.4487, 4);
    expect(rungs.costPerQualified.attributed).toMatchObject({ value: 3750, low: 3343, high: 4247 });
    expect(beside.cpa.attributed.value).toBe(18_750);
    expect(all.revenue["USD"]).toEqual({
      immediateMinor: 272_000,
      assistedMinor: 0,
      immediate: 32,
      assisted: 0,
    });
    expect(beside.roi).toBeCloseTo(-0.547, 3);
  });

  it("shows what was sold outside apart, and adds it up", () => {
    const outside = example.map((conversation, number) =>
      number >= 240 && number < 280
        ? started(tag("qualified"), sale("outside", MONDAY + 30 * DAY))
        : conversation,
    );
    const more = tally(outside, 30, NOW);
    const { beside } = ladder({ all: more, attributed: more, money: MONEY });
    expect(more.purchases).toBe(72);
    expect(more.revenue["USD"]).toEqual({
      immediateMinor: 272_000,
      assistedMinor: 340_000,
      immediate: 32,
      assisted: 40,
    });
    expect(beside.cpa.attributed.value).toBe(8333);
    expect(beside.roi).toBeCloseTo(0.02, 3);
  });
});

describe("stages", () => {
  it("are nested: a sale was handed off, qualified and went on, and says that these are implied", () => {
    expect(stagesOf(started(sale()), Number.POSITIVE_INFINITY)).toMatchObject({
      wentOn: true,
      qualified: true,
      handedOff: true,
      customer: true,
      implied: { wentOn: true, qualified: true, handedOff: true },
      contradictory: false,
    });
  });

  it("list a conversation that was sold though tagged below qualified", () => {
    expect(stagesOf(started(tag("unqualified"), sale()), Number.POSITIVE_INFINITY)).toMatchObject({
      qualified: true,
      contradictory: true,
    });
  });

  it("count outcomes within the conversion window only, its last instant included", () => {
    const late = started(tag("qualified", MONDAY + 7 * DAY));
    expect(stagesOf(late, 7 * DAY).qualified).toBe(true);
    expect(stagesOf(late, 7 * DAY - 1).qualified).toBe(false);
  });

  it("are counted apart as long as a conversation is younger than the conversion window", () => {
    const both = [started(tag("qualified"), sale()), started(tag("qualified"))];
    expect(tally(both, 30, MONDAY + 29 * DAY)).toMatchObject({
      immature: 2,
      immatureWentOn: 2,
      immatureQualified: 2,
      immatureHandedOff: 1,
      immatureCustomers: 1,
    });
    expect(tally(both, 30, MONDAY + 30 * DAY)).toMatchObject({
      immature: 0,
      immatureQualified: 0,
      qualified: 2,
      customers: 1,
    });
  });

  it("leave out what was returned", () => {
    const offer = event("handoff_offered", MONDAY, { to: "sales" });
    const returned = event("handoff_returned", MONDAY + HOUR, { target: offer.id, reason: "Wrong city" });
    expect(stagesOf(started(offer), DAY).handedOff).toBe(true);
    expect(stagesOf(started(offer, returned), DAY).handedOff).toBe(false);
    const accepted = event("handoff_accepted", MONDAY + 1, { target: offer.id });
    expect(stagesOf(started(offer, accepted), DAY).accepted).toBe(true);
    expect(stagesOf(started(offer, accepted, returned), DAY).accepted).toBe(false);
    // At an age before the return it stood: both sides of a comparison are seen at one age.
    expect(stagesOf(started(offer, returned), HOUR - 1).handedOff).toBe(true);
  });
});

describe("the state of a figure", () => {
  it("says how many more it needs", () => {
    expect(rate(4, 18, rules)).toMatchObject({ state: "not_enough", needed: 12 });
  });

  it("is 'at least' while nothing was bought: at least 186 of 600 spent, none of 20 yet", () => {
    expect(costPer(60_000, 0, 20, rules)).toMatchObject({
      state: "none_yet",
      value: null,
      low: 18_619,
      high: null,
    });
  });

  it("is 'no data' rather than 0 or infinity", () => {
    expect(costPer(null, 3, 20, rules)).toMatchObject({ state: "no_data", value: null });
    expect(rate(0, 0, rules)).toMatchObject({ state: "no_data", value: null });
    expect(
      ladder({ all: emptyTally(), attributed: emptyTally(), money: MONEY }).rungs.costPerMessage.blended
        .state,
    ).toBe("no_data");
  });
});

const figures = (...conversations: Conversation[]) => {
  const all = tally(conversations, 30, NOW);
  const { rungs, beside } = ladder({ all, attributed: all, money: MONEY });
  return { revenue: rungs.revenuePerConversation.blended.value, roi: beside.roi, cpa: beside.cpa.blended };
};

describe("what was sold", () => {
  const unpriced = event("sale_recorded", MONDAY + HOUR, { how: "in_chat" });
  it("for no amount that is known is no revenue of 0, and no ROI", () => {
    expect(figures(started(unpriced))).toMatchObject({ revenue: null, roi: null });
    const euros = event("sale_recorded", MONDAY, { amountMinor: 100, currency: "EUR", how: "outside" });
    expect(figures(started(euros))).toMatchObject({ revenue: null, roi: null });
    expect(figures(started())).toMatchObject({ revenue: 0, roi: -1 });
    expect(figures(started(unpriced), started(sale()))).toMatchObject({ revenue: 4250 });
  });

  it("is 'at least' so much a purchase while nothing was: the bound of CAC", () => {
    const { cpa } = figures(...Array.from({ length: 20 }, () => started()));
    expect(cpa).toMatchObject({ state: "none_yet", value: null, low: 186_191, high: null });
  });
});

describe("the headline", () => {
  it("is the attributed figure only where four fifths of the sources are known", () => {
    const known = { ...emptyTally(), all: 10, sourceKnown: 8 };
    expect(ladder({ all: known, attributed: known, money: MONEY }).headline).toBe("attributed");
    expect(ladder({ all: { ...known, sourceKnown: 7 }, attributed: known, money: MONEY }).headline).toBe(
      "blended",
    );
  });
});
