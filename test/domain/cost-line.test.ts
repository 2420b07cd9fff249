import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CostLine, costWithin, sumCosts } from "#lib/domain/cost-line.ts";
import { addDays, shareByDays } from "#lib/domain/day.ts";

const line = (part: Partial<CostLine>): CostLine => ({
  id: "1",
  kind: "creator_fee",
  name: "Ana, spring",
  amountMinor: 30_000,
  currency: "USD",
  hours: null,
  from: "2026-11-01",
  to: "2026-11-30",
  campaign: null,
  creator: "Ana",
  ...part,
});

describe("a cost line", () => {
  it("counts its share by days of its term", () => {
    expect(costWithin(line({}), { from: "2026-11-01", to: "2026-11-10" })).toBe(10_000);
    expect(costWithin(line({}), { from: "2026-10-01", to: "2026-12-31" })).toBe(30_000);
    expect(costWithin(line({}), { from: "2026-12-01", to: "2026-12-31" })).toBe(0);
  });

  it("of an hourly rate is rate times hours", () => {
    expect(
      costWithin(line({ kind: "hourly_rate", amountMinor: 2500, hours: 7.5 }), {
        from: "2026-11-01",
        to: "2026-11-30",
      }),
    ).toBe(18_750);
  });

  it("is counted exactly: in decimals, and in whole numbers of any size", () => {
    const november = { from: "2026-11-01", to: "2026-11-30" };
    // 100 x 1.005 is 100.49999999999999 in binary fractions.
    expect(costWithin(line({ amountMinor: 100, hours: 1.005 }), november)).toBe(101);
    const most = Number.MAX_SAFE_INTEGER;
    const halves = [
      { from: "2026-11-01", to: "2026-11-13" },
      { from: "2026-11-14", to: "2026-11-30" },
    ].map((days) => costWithin(line({ amountMinor: most }), days));
    expect(halves.reduce((sum, part) => sum + part, 0)).toBe(most);
    expect(halves[0]).toBe(Number((BigInt(most) * 13n + 15n) / 30n));
  });

  it("is never added to another currency", () => {
    expect(
      sumCosts([line({}), line({ currency: "EUR" })], { from: "2026-11-01", to: "2026-11-30" }, "USD"),
    ).toBe(30_000);
  });
});

describe("a share by days", () => {
  it("of parts that follow on each other sums to the whole", () => {
    const term = fc.record({
      whole: fc.integer({ min: 0, max: 1e12 }),
      days: fc.integer({ min: 1, max: 400 }),
      cut: fc.nat(),
    });
    fc.assert(
      fc.property(term, ({ whole, days, cut }) => {
        const from = "2026-01-01";
        const to = addDays(from, days - 1);
        const middle = addDays(from, cut % days);
        const left = shareByDays(whole, { from, to }, { from, to: middle });
        const right = middle === to ? 0 : shareByDays(whole, { from, to }, { from: addDays(middle, 1), to });
        expect(left + right).toBe(whole);
      }),
    );
  });
});
