import { describe, expect, it } from "vitest";
import { fold } from "#lib/domain/conversation.ts";
import type { Source } from "#lib/domain/event-data.ts";
import { scorecard } from "#lib/domain/scorecard.ts";
import { type Counted, DEFAULT_QUERY, type Grouping } from "#lib/domain/scorecard-query.ts";
import type { SpendRow } from "#lib/domain/spend.ts";
import { event, HOUR, MONDAY, says, THREAD, wholeHistory } from "#test/domain/story.ts";
import { spendRow } from "./spend-rows.ts";

let customers = 0;
const counted = (source: Source | null, qualified: boolean): Counted => {
  customers += 1;
  const thread = { ...THREAD, id: String(customers) };
  const events = [says("customer", MONDAY), wholeHistory(MONDAY, MONDAY)];
  if (source) events.push(event("source_attributed", MONDAY, { source, method: "chosen" }));
  if (qualified) events.push(event("outcome_tagged", MONDAY + HOUR, { outcome: "qualified" }));
  const [conversation] = fold(events);
  if (!conversation) throw new Error("no conversation");
  return { thread, conversation };
};

const SPEND = [
  spendRow({ campaign: "Spring", ad: "Hoodie", adId: "11", amountMinor: 6000 }),
  spendRow({ campaign: "Winter", ad: "Jacket", adId: "22", amountMinor: 3000 }),
];

const report = (
  conversations: Counted[],
  by: Grouping,
  spend: SpendRow[] = SPEND,
  adNames = new Map<string, string>(),
) =>
  scorecard({
    query: { ...DEFAULT_QUERY, from: "2026-11-16", to: "2026-11-16", timeZone: "UTC", by },
    conversations,
    spend,
    adNames,
    currency: null,
    now: MONDAY + 12 * HOUR,
  });

const conversations = [
  counted({ kind: "ad", ad: "11" }, true),
  counted({ kind: "ad", ad: "11" }, false),
  counted({ kind: "campaign", campaign: "Winter" }, true),
  counted({ kind: "creator", creator: "Ana" }, true),
  counted(null, false),
];

const labelsBy = (by: Grouping) => report(conversations, by).groups.map(({ label }) => label);

describe("a scorecard", () => {
  it("counts for a cost only what the money was spent on, and all of it beside", () => {
    const { total, currency } = report(conversations, "none");
    expect(currency).toBe("USD");
    expect(total.spendMinor).toBe(9000);
    expect(total.ladder.rungs.costPerQualified.attributed).toMatchObject({
      value: 4500,
      numerator: 9000,
      denominator: 2,
    });
    expect(total.ladder.rungs.costPerQualified.blended).toMatchObject({ value: 3000, denominator: 3 });
    expect(total.ladder.headline).toBe("attributed");
  });

  it("has a row a campaign, a source without recorded cost, and the unattributed last", () => {
    const { groups } = report(conversations, "campaign");
    expect(groups.map(({ label, spendMinor, tally }) => [label, spendMinor, tally.started])).toEqual([
      ["Ana", null, 1],
      ["Spring", 6000, 2],
      ["Winter", 3000, 1],
      ["Unattributed", null, 1],
    ]);
    expect(groups[0]?.ladder.rungs.costPerMessage.blended.state).toBe("no_data");
  });

  it("finds an ad's campaign by the export's ad id, or by the name that people gave it, else says it is unknown", () => {
    const unknown = [counted({ kind: "ad", ad: "33" }, true)];
    expect(report(unknown, "campaign").groups.map(({ label }) => label)).toContain("Ad 33, campaign unknown");
    expect(
      report(unknown, "campaign", SPEND, new Map([["33", "Spring"]])).groups.find(
        ({ label }) => label === "Spring",
      )?.tally.started,
    ).toBe(1);
  });

  it("counts a named ad for a cost only where money was spent on it or on its campaign, in the report's currency", () => {
    const attributed = (campaign: string, spend = SPEND) =>
      report([counted({ kind: "ad", ad: "33" }, true)], "none", spend, new Map([["33", campaign]])).total
        .attributed.started;
    expect([attributed("Spring"), attributed("Summer")]).toEqual([1, 0]);
    const euro = spendRow({ campaign: "Summer", ad: "Coat", adId: "33", currency: "EUR", amountMinor: 500 });
    expect(attributed("Summer", [...SPEND, euro])).toBe(0);
  });

  it("groups by ad, creator, channel and day", () => {
    expect(labelsBy("ad")).toEqual(["Ana", "Hoodie", "Jacket", "Winter", "Unattributed"]);
    expect(labelsBy("creator")).toContain("Ana");
    expect(labelsBy("channel")).toEqual(["Messenger"]);
    expect(labelsBy("day")).toEqual(["2026-11-16"]);
  });

  it("never adds two currencies", () => {
    const euro = spendRow({ campaign: "Euro", currency: "EUR", amountMinor: 500 });
    const { total, otherCurrencies } = report(conversations, "none", [...SPEND, euro]);
    expect(total.spendMinor).toBe(9000);
    expect(otherCurrencies).toEqual([{ currency: "EUR", spendMinor: 500, sales: 0 }]);
  });

  it("takes its share of a range that the window cuts, and says so", () => {
    const range = spendRow({ from: "2026-11-10", to: "2026-11-19", amountMinor: 1000, campaign: "Spring" });
    const { total, sharedRanges } = report(conversations, "none", [range]);
    expect(total.spendMinor).toBe(100);
    expect(sharedRanges).toEqual([{ from: "2026-11-10", to: "2026-11-19", days: 1, of: 10 }]);
  });
});
