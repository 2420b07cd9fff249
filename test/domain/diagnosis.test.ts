import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ADVICE, LOW_VOLUME_ADVICE } from "#lib/domain/diagnosis-advice.ts";
import type { Side } from "#lib/domain/diagnosis-factor.ts";
import { NO_TARGETS } from "#lib/domain/diagnosis-shortfall.ts";
import { splitChange } from "#lib/domain/diagnosis-split.ts";
import { diagnose, largestDrop } from "#lib/domain/diagnosis.ts";

type Counts = [started: number, wentOn: number, qualified: number, handedOff: number, customers: number];

const side = (counts: Counts, spendMinor: number | null = 600_000, totalCostMinor = spendMinor): Side => {
  const [started, wentOn, qualified, handedOff, customers] = counts;
  return {
    tally: { started, wentOn, qualified, handedOff, customers },
    money: { spendMinor, totalCostMinor },
  };
};

const counts = fc
  .tuple(...[1, 1, 1, 1, 1].map(() => fc.integer({ min: 0, max: 3_000 })))
  .map((steps): Counts => {
    const [e = 0, d = 0, c = 0, b = 0, a = 0] = steps;
    return [a + b + c + d + e, b + c + d + e, c + d + e, d + e, e];
  });
const money = fc.integer({ min: 1, max: 1e9 });
const anySide = fc
  .tuple(counts, money, fc.integer({ min: 0, max: 1e8 }))
  .map(([all, spend, lines]) => side(all, spend, spend + lines));

describe("the split of a change", () => {
  it("sums to the whole change, to twelve digits", () => {
    fc.assert(
      fc.property(anySide, anySide, (before, now) => {
        const split = splitChange(before, now);
        fc.pre(split !== null);
        const sum = split.parts.reduce((total, { change }) => total + change, 0);
        const each = ({ tally, money: { totalCostMinor } }: Side) =>
          (totalCostMinor ?? 0) / tally[split.stage];
        expect(Math.abs(sum - split.total)).toBeLessThan(1e-12);
        expect(Math.abs(split.total - Math.log(each(now) / each(before)))).toBeLessThan(1e-12);
      }),
      { numRuns: 1_000 },
    );
  });

  it("goes down to the last stage that both reached, and says which", () => {
    const [full, none] = [side([400, 300, 160, 80, 32]), side([400, 300, 160, 80, 0])];
    expect(splitChange(full, full)?.stage).toBe("customers");
    const stopped = splitChange(full, none);
    expect(stopped?.stage).toBe("handedOff");
    expect(stopped?.parts.map(({ factor }) => factor)).toEqual([
      "costLines",
      "costPerMessage",
      "replyRate",
      "qualificationRate",
      "handoffRate",
    ]);
  });

  it("is of the rates alone where no cost is recorded", () => {
    const split = splitChange(side([400, 300, 160, 80, 32], null), side([400, 300, 80, 40, 16]));
    expect(split?.withoutCosts).toBe(true);
    expect(split?.parts.map(({ factor }) => factor)).not.toContain("costPerMessage");
    expect(split?.total).toBeCloseTo(Math.log(2), 12);
  });

  it("is none where one side is empty", () => {
    expect(splitChange(side([0, 0, 0, 0, 0]), side([4, 3, 2, 1, 1]))).toBeNull();
  });
});

describe("the weakest rung", () => {
  const before = side([400, 300, 160, 80, 32]);

  it("contributes most, and is told apart from the window before", () => {
    const now = side([400, 300, 80, 44, 18]);
    const { weakest, candidate, advice } = diagnose({ now, before });
    expect(weakest).toMatchObject({ factor: "qualificationRate", against: "previous", toldApart: true });
    expect(weakest?.change).toBeCloseTo(Math.log(2), 12);
    expect(candidate).toBeNull();
    expect(advice).toEqual([ADVICE.qualificationRate]);
  });

  it("is none yet where the data do not tell: it says how many more would", () => {
    const now = side([400, 300, 160, 80, 26]);
    const { weakest, candidate, advice } = diagnose({ now, before });
    expect(weakest).toBeNull();
    expect(candidate).toMatchObject({ factor: "closeRate", toldApart: false });
    expect(advice).toEqual([]);
  });

  it("counts what is needed in conversations of the window, as many as it takes", () => {
    const targets = { ...NO_TARGETS, closeRate: 0.4 };
    const weakestOf = (times: number) => {
      const now = side([400 * times, 300 * times, 160 * times, 80 * times, 26 * times]);
      return diagnose({ now, before: null, targets });
    };
    const needed = weakestOf(1).candidate?.needed ?? 0;
    expect(needed).toBeGreaterThan(0);
    expect(weakestOf(1 + needed / 400).weakest?.factor).toBe("closeRate");
    expect(weakestOf(1 + (needed - 10) / 400).weakest).toBeNull();
  });

  it("is measured by its target before the window before", () => {
    const targets = { ...NO_TARGETS, closeRate: 0.6 };
    const { weakest } = diagnose({ now: before, before, targets });
    expect(weakest).toMatchObject({ factor: "closeRate", against: "target", reference: 0.6 });
  });

  it("may be a step that nobody took", () => {
    const targets = { ...NO_TARGETS, closeRate: 0.3 };
    const { weakest } = diagnose({ now: side([400, 300, 160, 80, 0]), before: null, targets });
    expect(weakest).toMatchObject({ factor: "closeRate", value: 0, change: null });
  });

  it("may be the cost per message, which is known exactly, once there is volume", () => {
    const now = side([400, 300, 160, 80, 32], 900_000);
    expect(diagnose({ now, before }).weakest?.factor).toBe("costPerMessage");
    const few = side([20, 15, 8, 4, 2], 45_000);
    expect(diagnose({ now: few, before })).toMatchObject({
      weakest: null,
      candidate: { factor: "costPerMessage", needed: 10 },
    });
  });

  it("is none where every target is met", () => {
    const targets = { ...NO_TARGETS, costPerMessageMinor: 2_000, replyRate: 0.7, closeRate: 0.3 };
    expect(diagnose({ now: before, before: null, targets })).toMatchObject({
      weakest: null,
      candidate: null,
    });
  });

  it("takes the qualification target, which is of all started, through the reply rate", () => {
    const now = side([400, 300, 90, 45, 18]);
    const both = { ...NO_TARGETS, replyRate: 0.75, qualificationRate: 0.3 };
    expect(diagnose({ now, before: null, targets: both }).weakest).toMatchObject({
      reference: expect.closeTo(0.4, 12),
      value: 0.3,
    });
    const alone = { ...NO_TARGETS, qualificationRate: 0.3 };
    expect(diagnose({ now, before: null, targets: alone }).weakest).toMatchObject({
      reference: 0.3,
      value: 0.225,
    });
  });
});

describe("without targets and without a window before", () => {
  it("the largest drop is shown, and no rung is blamed", () => {
    const { drop, weakest, shortfalls } = diagnose({ now: side([400, 300, 160, 80, 10]), before: null });
    expect(drop).toEqual({ factor: "closeRate", lost: 0.875, hits: 10, of: 80 });
    expect([weakest, shortfalls]).toEqual([null, []]);
    expect(largestDrop(side([0, 0, 0, 0, 0]))).toBeNull();
  });
});

describe("low volume", () => {
  const targets = { ...NO_TARGETS, closeRate: 0.4, conversations: 500 };
  it("is a rule of its own: closing at target, too few conversations", () => {
    const closing = diagnose({ now: side([400, 300, 160, 80, 32]), before: null, targets });
    expect(closing).toMatchObject({ lowVolume: true, advice: [LOW_VOLUME_ADVICE] });
    expect(diagnose({ now: side([500, 300, 160, 80, 32]), before: null, targets }).lowVolume).toBe(false);
    expect(diagnose({ now: side([400, 300, 160, 80, 31]), before: null, targets }).lowVolume).toBe(false);
    expect(diagnose({ now: side([0, 0, 0, 0, 0]), before: null, targets }).lowVolume).toBe(false);
  });

  it("counts the conversations of the whole window, however young", () => {
    const now = side([400, 300, 160, 80, 32]);
    expect(diagnose({ now, before: null, targets, volume: 500 }).lowVolume).toBe(false);
  });
});

describe("conversations that are too young to be compared", () => {
  it("blame no rung and no volume: it says how many are missing", () => {
    const targets = {
      ...NO_TARGETS,
      qualificationRate: 0.4,
      replyRate: 0.8,
      closeRate: 0.1,
      conversations: 500,
    };
    const now = side([100, 80, 2, 2, 1]);
    expect(diagnose({ now, before: null, targets }).weakest).toMatchObject({ factor: "qualificationRate" });
    expect(diagnose({ now, before: null, targets, missing: 12 })).toMatchObject({
      weakest: null,
      candidate: { factor: "qualificationRate", needed: 12 },
      lowVolume: false,
      advice: [],
    });
  });
});
