import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bucketOf, HISTOGRAM_ERROR, histogramQuantile, sizeOf } from "#lib/domain/histogram.ts";
import { quantile } from "#lib/domain/quantile.ts";

const histogramOf = (values: readonly number[]): Map<number, number> => {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(bucketOf(value), (counts.get(bucketOf(value)) ?? 0) + 1);
  return counts;
};

const durations = fc.array(
  fc.oneof(fc.nat({ max: 5 }), fc.nat({ max: 3_600_000 }), fc.nat({ max: 2 ** 31 - 1 })),
  { minLength: 1, maxLength: 60 },
);

describe("a histogram of durations", () => {
  it("gives every quantile within its stated error of the true one", () => {
    fc.assert(
      fc.property(durations, fc.double({ min: 0, max: 1, noNaN: true }), (values, share) => {
        const exact = quantile(values, share) ?? Number.NaN;
        const near = histogramQuantile(histogramOf(values), share) ?? Number.NaN;
        expect(Math.abs(near - exact)).toBeLessThanOrEqual(exact * HISTOGRAM_ERROR + 1e-6);
      }),
    );
  });

  it("is that of two samples together where theirs are added", () => {
    fc.assert(
      fc.property(durations, durations, (one, other) => {
        const sum = histogramOf(one);
        for (const [bucket, count] of histogramOf(other)) sum.set(bucket, (sum.get(bucket) ?? 0) + count);
        expect(sum).toEqual(histogramOf([...one, ...other]));
        expect(sizeOf(sum)).toBe(one.length + other.length);
      }),
    );
  });

  it("has no quantile of nothing, and nothing for what took no time", () => {
    expect(histogramQuantile(new Map(), 0.5)).toBeNull();
    expect(histogramQuantile(histogramOf([0, 0, 0]), 0.5)).toBe(0);
  });
});
