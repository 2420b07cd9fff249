import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chanceOf, holm, rankCosts, rankRates } from "#lib/domain/best-of-many.ts";
import { compareRates } from "#lib/domain/compare.ts";
import { twoSided } from "#lib/domain/normal.ts";

const share = fc
  .integer({ min: 1, max: 400 })
  .chain((of) => fc.record({ of: fc.constant(of), hits: fc.integer({ min: 0, max: of }) }));
const rates = (hits: number[]) => hits.map((hit, index) => ({ key: `ad ${index}`, hits: hit, of: 100 }));
const group = (key: string, hits: number, costMinor: number) => ({ key, hits, costMinor, of: 200 });

describe("how likely by chance", () => {
  // The normal distribution's table: 1.644854, 1.959964, 2.575829, 3.290527, 5.326724.
  it.each([
    [0, 1],
    [1.644854, 0.1],
    [1.959964, 0.05],
    [2.575829, 0.01],
    [3.290527, 0.001],
    [5.326724, 1e-7],
  ])("z = %d", (z, p) => {
    expect(twoSided(z) / p).toBeCloseTo(1, 5);
    expect(twoSided(-z)).toBe(twoSided(z));
  });

  it("agrees with the interval: at its level the interval just reaches 0", () => {
    fc.assert(
      fc.property(share, share, (a, b) => {
        const p = chanceOf((z) => compareRates(a, b, z));
        fc.pre(Math.abs(p - 0.05) > 1e-9);
        expect(p < 0.05).toBe(compareRates(a, b).toldApart);
      }),
    );
  });

  // R: p.adjust(c(.01, .04, .03, .005), "holm")
  it("is adjusted for how many were tried", () => {
    expect(holm([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02]);
    expect(holm([0.6, 0.9])).toEqual([1, 1]);
  });
});

describe("best and worst of many", () => {
  it("are named, and told apart where they are", () => {
    const ranking = rankRates(rates([30, 70, 50, 48, 52]));
    expect(ranking).toMatchObject({
      best: { key: "ad 1", toldApart: true },
      worst: { key: "ad 0", toldApart: true },
      ranked: 5,
    });
  });

  it("are more easily told apart of two than of twenty", () => {
    const many = rates([62, ...Array.from({ length: 19 }, () => 50)]);
    const two = [many[0], { key: "rest", hits: 950, of: 1900 }].flatMap((group) => group ?? []);
    const [ofMany, ofTwo] = [rankRates(many), rankRates(two)];
    expect(ofTwo?.best).toMatchObject({ key: "ad 0", toldApart: true });
    expect(ofMany?.best).toMatchObject({ key: "ad 0", toldApart: false });
    expect(ofMany?.best.p).toBeCloseTo((ofTwo?.best.p ?? 0) * 20, 9);
  });

  it("need volume", () => {
    const few = [...rates([30, 70]), { key: "new", hits: 5, of: 5 }];
    expect(rankRates(few)?.best.key).toBe("ad 1");
    expect(rankRates(few.slice(1), 101)).toBeNull();
    expect(rankRates(few.slice(1, 2))).toBeNull();
  });

  it("by cost: dearest is worst, and none reached yet is worse than that", () => {
    const groups = [group("dear", 20, 400_000), group("cheap", 60, 100_000), group("none", 0, 50_000)];
    expect(rankCosts(groups)).toMatchObject({
      best: { key: "cheap", toldApart: true },
      worst: { key: "none" },
    });
    expect(rankCosts([...groups, group("free", 60, 0)])?.best.key).toBe("cheap");
  });
});
