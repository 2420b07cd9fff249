import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareRates } from "#lib/domain/compare.ts";
import { compareCosts } from "#lib/domain/cost-compare.ts";
import { wilson } from "#lib/domain/interval.ts";
import { neededForCosts, neededForRates, neededForTarget } from "#lib/domain/needed.ts";

const share = fc
  .integer({ min: 1, max: 400 })
  .chain((of) => fc.record({ of: fc.constant(of), hits: fc.integer({ min: 0, max: of }) }));
const reached = share.filter(({ hits }) => hits > 0);

const times = (n: number) =>
  compareCosts(
    { costMinor: 600 * n, hits: 4 * n, of: 20 * n },
    { costMinor: 500 * n, hits: 5 * n, of: 20 * n },
  );

/** The chance, over all outcomes of two samples of one rate, that the difference is not called one. */
const coverage = (p: number, sizes: [number, number], isTold: (x: number, y: number) => boolean) => {
  const [first, second] = sizes.map((n) => binomial(n, p));
  let held = 0;
  for (const [x, px] of (first ?? []).entries())
    for (const [y, py] of (second ?? []).entries()) if (!isTold(x, y)) held += px * py;
  return held;
};

const grown = (share: { hits: number; of: number }, more: number) => ({
  hits: share.hits * (1 + more / share.of),
  of: share.of + more,
});

describe("two rates", () => {
  // Newcombe (1998), Statistics in Medicine 17, 873-890, Table II, method 10, cases (a) and (b).
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
  ])("%i of %i beside %i of %i", (hits, of, otherHits, otherOf, low, high) => {
    const difference = compareRates({ hits, of }, { hits: otherHits, of: otherOf });
    expect(difference.low).toBeCloseTo(low, 4);
    expect(difference.high).toBeCloseTo(high, 4);
    expect(difference.toldApart).toBe(true);
  });

  it("lie between their limits, and turned round the same way", () => {
    fc.assert(
      fc.property(share, share, (a, b) => {
        const [there, back] = [compareRates(a, b), compareRates(b, a)];
        expect(there.low).toBeLessThanOrEqual(there.value ?? Number.NaN);
        expect(there.high).toBeGreaterThanOrEqual(there.value ?? Number.NaN);
        expect(there.low).toBeCloseTo(-(back.high ?? Number.NaN), 12);
        expect(there.toldApart).toBe(back.toldApart);
      }),
    );
  });

  it("say nothing of an empty side", () => {
    const difference = compareRates({ hits: 0, of: 0 }, { hits: 3, of: 9 });
    expect(difference).toEqual({ value: null, low: null, high: null, toldApart: false });
  });
});

describe("intervals", () => {
  it("hold their estimate, and shrink as conversations come", () => {
    fc.assert(
      fc.property(share, fc.integer({ min: 2, max: 50 }), ({ hits, of }, times) => {
        const [few, many] = [wilson(hits, of), wilson(hits * times, of * times)];
        expect(few.low).toBeLessThanOrEqual(hits / of);
        expect(few.high).toBeGreaterThanOrEqual(hits / of);
        expect(many.high - many.low).toBeLessThan(few.high - few.low);
      }),
    );
  });
});

describe("two costs", () => {
  it("lie between their limits, in logarithms, and turned round the same way", () => {
    fc.assert(
      fc.property(
        reached,
        reached,
        fc.integer({ min: 1, max: 1e6 }),
        fc.integer({ min: 1, max: 1e6 }),
        (a, b, x, y) => {
          const [first, second] = [
            { ...a, costMinor: x },
            { ...b, costMinor: y },
          ];
          const [there, back] = [compareCosts(first, second), compareCosts(second, first)];
          expect(there.value).toBeCloseTo(Math.log(x / a.hits / (y / b.hits)), 9);
          expect(there.low).toBeLessThanOrEqual(there.value ?? Number.NaN);
          expect(there.high).toBeGreaterThanOrEqual(there.value ?? Number.NaN);
          expect(there.low).toBeCloseTo(-(back.high ?? Number.NaN), 9);
        },
      ),
    );
  });

  it("shrink as conversations come", () => {
    const widths = [1, 2, 10, 100].map((n) => (times(n).high ?? 0) - (times(n).low ?? 0));
    expect(widths).toEqual(widths.toSorted((a, b) => b - a));
  });

  it("with none reached yet are told apart only beyond all that is possible", () => {
    const none = { costMinor: 100_000, hits: 0, of: 400 };
    const some = { costMinor: 100_000, hits: 80, of: 400 };
    expect(compareCosts(none, some)).toMatchObject({ value: null, high: null, toldApart: true });
    expect(compareCosts(none, { ...some, hits: 2 }).toldApart).toBe(false);
    expect(compareCosts(none, none).toldApart).toBe(false);
    expect(compareCosts(some, { ...some, costMinor: 0 }).value).toBeNull();
  });
});

describe("an interval of 95 % holds the truth about as often as it says", () => {
  it.each([
    [0.1, 60, 80],
    [0.4, 40, 40],
    [0.7, 100, 50],
  ])("at a rate of %d, %i beside %i", (p, m, n) => {
    const rates = coverage(
      p,
      [m, n],
      (x, y) => compareRates({ hits: x, of: m }, { hits: y, of: n }).toldApart,
    );
    const costs = coverage(
      p,
      [m, n],
      (x, y) =>
        compareCosts({ hits: x, of: m, costMinor: 900 * m }, { hits: y, of: n, costMinor: 900 * n })
          .toldApart,
    );
    for (const held of [rates, costs]) {
      expect(held).toBeGreaterThan(0.935);
      expect(held).toBeLessThan(0.98);
    }
  });
});

function binomial(n: number, p: number): number[] {
  const chances = [(1 - p) ** n];
  for (let k = 1; k <= n; k += 1) chances.push(((chances[k - 1] ?? 0) * (n - k + 1) * p) / (k * (1 - p)));
  return chances;
}

describe("how many more conversations", () => {
  it("is exactly as many as it takes", () => {
    const [a, b] = [
      { hits: 20, of: 100 },
      { hits: 26, of: 100 },
    ];
    const needed = neededForRates(a, b) ?? 0;
    expect(needed).toBeGreaterThan(0);
    expect(compareRates(grown(a, needed), grown(b, needed)).toldApart).toBe(true);
    expect(compareRates(grown(a, needed - 1), grown(b, needed - 1)).toldApart).toBe(false);
  });

  it("is 0 where they are told apart, null where no number would do", () => {
    expect(neededForRates({ hits: 56, of: 70 }, { hits: 48, of: 80 })).toBe(0);
    expect(neededForRates({ hits: 5, of: 10 }, { hits: 5, of: 10 })).toBeNull();
    expect(neededForTarget({ hits: 5, of: 10 }, 0.5)).toBeNull();
    expect(neededForTarget({ hits: 5, of: 10 }, 0.1)).toBe(0);
  });

  it("is more where only one side still grows", () => {
    const [a, b] = [
      { costMinor: 60_000, hits: 40, of: 200 },
      { costMinor: 60_000, hits: 50, of: 200 },
    ];
    const [both, first] = [neededForCosts(a, b), neededForCosts(a, b, "first")];
    expect(both).not.toBeNull();
    expect(first ?? Number.POSITIVE_INFINITY).toBeGreaterThan(both ?? 0);
  });
});
