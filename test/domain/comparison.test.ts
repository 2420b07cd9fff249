import { describe, expect, it } from "vitest";
import { comparableAge, lastDayOfAge, previousWindow } from "#lib/domain/comparison.ts";
import { type Conversation, fold } from "#lib/domain/conversation.ts";
import { boundsOf, coverageOf } from "#lib/domain/coverage.ts";
import { costPer } from "#lib/domain/figure.ts";
import { tally } from "#lib/domain/tally.ts";
import { DAY, event, HOUR, MONDAY, says, wholeHistory } from "#test/domain/story.ts";

const startedAt = (at: number, ...more: Parameters<typeof fold>[0]): Conversation => {
  const [conversation] = fold([says("customer", at), wholeHistory(at, at), ...more]);
  if (!conversation) throw new Error("no conversation");
  return conversation;
};

/** Three conversations that are so many days old. */
const threeOf = (days: number) => (age: number) => (days >= age ? 3 : 0);

describe("a comparison", () => {
  it("is made with as many days as the window has, just before it", () => {
    expect(previousWindow("2026-03-01", "2026-03-31")).toEqual({ from: "2026-01-29", to: "2026-02-28" });
    expect(previousWindow("2026-03-05", "2026-03-05")).toEqual({ from: "2026-03-04", to: "2026-03-04" });
  });

  it("is made at the conversion window, else at the longest of 14, 7, 1 days that enough are old", () => {
    expect(comparableAge(threeOf(30), 30, 3)).toBe(30);
    expect(comparableAge(threeOf(29), 30, 3)).toBe(14);
    expect(comparableAge(threeOf(6), 7, 3)).toBe(1);
    expect(comparableAge(threeOf(1 / 24), 30, 3)).toBeNull();
    expect(comparableAge(threeOf(40), 30, 4)).toBeNull();
    expect(comparableAge(threeOf(90), "any", 3)).toBe(90);
  });

  it("takes whole days only, all of whose conversations are that old", () => {
    // Monday 09:00: what began on the Sunday a week ago is 7 days old for sure, that Monday is not over.
    expect(lastDayOfAge(7, MONDAY, "UTC")).toBe("2026-11-08");
  });
});

describe("what is not known", () => {
  const offer = event("handoff_offered", MONDAY + HOUR, { to: "sales" });
  const tag = event("outcome_tagged", MONDAY + HOUR, { outcome: "qualified" });
  const bad = event("outcome_tagged", MONDAY + HOUR, { outcome: "unqualified" });
  const [unseen] = fold([says("customer", MONDAY), says("unknown", MONDAY + HOUR)]);
  const all = [
    startedAt(MONDAY, tag),
    startedAt(MONDAY, bad),
    startedAt(MONDAY, offer),
    startedAt(MONDAY),
    ...(unseen ? [unseen] : []),
  ];
  const counts = tally(all, 30, MONDAY + DAY);

  it("is counted as coverage, of all", () => {
    expect(coverageOf(counts)).toEqual({
      tagged: { n: 2, of: 5 },
      attributed: { n: 0, of: 5 },
      sendersKnown: { n: 4, of: 5 },
      startSeen: { n: 4, of: 5 },
    });
  });

  it("leaves bounds: what nobody judged may all be bad, or all good", () => {
    const figure = costPer(6000, counts.qualified, counts.started, { minimum: 1, immature: 0 });
    expect(boundsOf(counts, figure)).toEqual({
      costPerQualified: { allBad: 3000, allGood: 2000 },
      qualificationRate: { allBad: 0.5, allGood: 0.75 },
    });
  });
});
