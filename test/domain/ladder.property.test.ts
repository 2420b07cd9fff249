import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Conversation, fold } from "#lib/domain/conversation.ts";
import type { StoredEvent } from "#lib/domain/event.ts";
import { costPer, rate } from "#lib/domain/figure.ts";
import { ladder, RUNGS } from "#lib/domain/ladder.ts";
import { HANDOFFS, OUTCOMES } from "#lib/domain/outcome.ts";
import { CONVERSION_WINDOWS } from "#lib/domain/stage.ts";
import { addTallies, tally } from "#lib/domain/tally.ts";
import { DAY, event, HOUR, MONDAY, says, wholeHistory } from "#test/domain/story.ts";

const NOW = MONDAY + 60 * DAY;
const RATES = ["replyRate", "qualificationRate", "handoffRate", "closeRate"] as const;

const step = fc.record({
  what: fc.constantFrom("customer", "person", "tag", "handoff", "return", "sale"),
  after: fc.integer({ min: 0, max: 24 * 45 }),
  outcome: fc.constantFrom(...OUTCOMES),
  to: fc.constantFrom(...HANDOFFS),
});

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

const happened = (steps: Step[]): StoredEvent[] => {
  const events: StoredEvent[] = [];
  for (const { what, after, outcome, to } of steps) {
    const at = MONDAY + after * HOUR;
    const target = events.findLast(({ kind }) => kind === "handoff_offered")?.id;
    if (what === "customer" || what === "person") events.push(says(what, at));
    else if (what === "tag") events.push(event("outcome_tagged", at, { outcome }));
    else if (what === "handoff") events.push(event("handoff_offered", at, { to }));
    else if (what === "return" && target)
      events.push(event("handoff_returned", at, { target, reason: "No" }));
    else if (what === "sale")
      events.push(event("sale_recorded", at, { amountMinor: 1, currency: "USD", how: "outside" }));
  }
  return events;
};

const conversations = fc
  .array(fc.array(step, { maxLength: 8 }), { maxLength: 15 })
  .map((stories) =>
    stories.flatMap((steps): Conversation[] =>
      fold([says("customer", MONDAY), wholeHistory(MONDAY, NOW), ...happened(steps)]),
    ),
  );

describe("the ladder", () => {
  it("of a union is the sum of its parts", () => {
    fc.assert(
      fc.property(conversations, fc.nat(), fc.constantFrom(...CONVERSION_WINDOWS), (all, cut, window) => {
        const at = cut % (all.length + 1);
        const parts = addTallies(tally(all.slice(0, at), window, NOW), tally(all.slice(at), window, NOW));
        expect(parts).toEqual(tally(all, window, NOW));
      }),
    );
  });

  it("has no rate above 1, whatever the order of handoffs, sales and tags", () => {
    fc.assert(
      fc.property(conversations, fc.constantFrom(...CONVERSION_WINDOWS), (all, window) => {
        const counts = tally(all, window, NOW);
        const { rungs, beside } = ladder({
          all: counts,
          attributed: counts,
          money: {
            currency: "USD",
            spendMinor: 1000,
            totalCostMinor: 1000,
          },
        });
        for (const figure of [
          ...RATES.map((name) => rungs[name].blended),
          beside.replyRateOfAnswered,
          beside.qualificationRateOfTagged,
        ]) {
          expect(figure.value ?? 0).toBeLessThanOrEqual(1);
          expect(figure.value ?? 0).toBeGreaterThanOrEqual(0);
        }
        expect(
          RUNGS.every(
            (rung) => rungs[rung].blended.value === null || Number.isFinite(rungs[rung].blended.value),
          ),
        ).toBe(true);
      }),
    );
  });
});

describe("an interval", () => {
  const rules = { minimum: 30, immature: 0 };
  const counts = fc
    .integer({ min: 1, max: 5000 })
    .chain((of) => fc.record({ of: fc.constant(of), hits: fc.integer({ min: 0, max: of }) }));

  it("contains its estimate and shrinks with n", () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 2, max: 10 }), ({ of, hits }, times) => {
        const few = rate(hits, of, rules);
        const many = rate(hits * times, of * times, rules);
        expect(few.low).toBeLessThanOrEqual(few.value ?? -1);
        expect(few.high).toBeGreaterThanOrEqual(few.value ?? 2);
        expect((many.high ?? 1) - (many.low ?? 0)).toBeLessThan((few.high ?? 0) - (few.low ?? 1));
      }),
    );
  });

  it("of a cost contains its estimate", () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 0, max: 1_000_000_000 }), ({ of, hits }, cost) => {
        const { value, low, high } = costPer(cost, hits, of, rules);
        expect(low).toBeLessThanOrEqual(value ?? Number.POSITIVE_INFINITY);
        expect(high ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(value ?? -1);
        expect([value === null, high === null]).toEqual([hits === 0, hits === 0]);
      }),
    );
  });
});
