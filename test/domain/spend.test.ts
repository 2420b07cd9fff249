import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween } from "#lib/domain/day.ts";
import { type SpendRow, spendWithin, sumSpend } from "#lib/domain/spend.ts";

const row = (part: Partial<SpendRow>): SpendRow => ({
  account: "a",
  from: "2026-10-01",
  to: "2026-10-07",
  campaign: null,
  adset: null,
  ad: null,
  adId: null,
  amountMinor: 700,
  currency: "USD",
  impressions: 70,
  linkClicks: null,
  reach: 50,
  views: null,
  engagements: null,
  conversationsStarted: null,
  ...part,
});

describe("spendWithin", () => {
  it("takes whole rows as they are, and leaves the others out", () => {
    const rows = [row({}), row({ from: "2026-10-08", to: "2026-10-08" })];
    expect(spendWithin(rows, "2026-10-01", "2026-10-07")).toEqual({ rows: [rows[0]], shared: [] });
  });

  it("takes a share by days of a range that it cuts, and says which", () => {
    const { rows, shared } = spendWithin([row({})], "2026-10-03", "2026-10-20");
    expect(rows).toEqual([row({ from: "2026-10-03", amountMinor: 500, impressions: 50, reach: null })]);
    expect(shared).toEqual([{ from: "2026-10-01", to: "2026-10-07", days: 5, of: 7 }]);
  });

  it("gives windows that follow on each other the whole, to the last unit, at any size", () => {
    const amount = fc.oneof(fc.nat(1_000), fc.maxSafeNat());
    fc.assert(
      fc.property(
        amount,
        fc.integer({ min: 2, max: 40 }),
        fc.array(fc.nat(40), { maxLength: 4 }),
        (amountMinor, days, cuts) => {
          const range = row({ to: addDays("2026-10-01", days - 1), amountMinor });
          const starts = [0, ...cuts.filter((cut) => cut < days)].toSorted((a, b) => a - b);
          const sums = starts.map((start, index) => {
            const end = (starts[index + 1] ?? days) - 1;
            return end < start
              ? 0
              : (sumSpend(
                  spendWithin([range], addDays(range.from, start), addDays(range.from, end)).rows,
                  "USD",
                ) ?? 0);
          });
          expect(sums.reduce((a, b) => a + b, 0)).toBe(amountMinor);
          for (const sum of sums) expect(sum).toBeGreaterThanOrEqual(0);
          expect(daysBetween(range.from, range.to)).toBe(days);
        },
      ),
    );
  });
});

describe("sumSpend", () => {
  it("adds one currency only, and knows nothing from 0", () => {
    const rows = [row({}), row({ amountMinor: 1 }), row({ currency: "EUR" })];
    expect(sumSpend(rows, "USD")).toBe(701);
    expect(sumSpend(rows, "JPY")).toBeNull();
    expect(sumSpend([row({ amountMinor: 0 })], "USD")).toBe(0);
  });
});
