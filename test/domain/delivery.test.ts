import { describe, expect, it } from "vitest";
import { deliveryOf } from "#lib/domain/delivery.ts";
import type { SpendRow } from "#lib/domain/spend.ts";
import { spendRow } from "./spend-rows.ts";

const row = (part: Partial<SpendRow>) => spendRow({ campaign: "Spring", amountMinor: 60_000, ...part });
const STARTED = { attributed: 40, blended: 50 };

describe("what the ads were shown for", () => {
  it("is 1000 x spend / impressions, spend / views, started / link clicks, engagements / impressions", () => {
    const rows = [
      row({ impressions: 50_000, views: 200_000, linkClicks: 150, engagements: 900 }),
      row({ impressions: 30_000, views: 100_000, linkClicks: 50, engagements: 700 }),
    ];
    expect(deliveryOf(rows, STARTED)).toEqual({
      cpm: 1_500,
      cpv: 0.4,
      clickToMessage: { attributed: 0.2, blended: 0.25 },
      engagementRate: { value: 0.02, of: "impressions" },
    });
  });

  it("takes engagements of the reach, and says so, where one row has both: reach cannot be summed", () => {
    const one = row({ impressions: 50_000, reach: 40_000, engagements: 1_000 });
    expect(deliveryOf([one], STARTED).engagementRate).toEqual({ value: 0.025, of: "reach" });
    expect(deliveryOf([one, one], STARTED).engagementRate).toEqual({ value: 0.02, of: "impressions" });
  });

  it("leaves out rows that do not report a count; without any it is not known, never 0", () => {
    const [reports, silent] = [row({ impressions: 40_000, linkClicks: 10 }), row({})];
    expect(deliveryOf([reports, silent], STARTED)).toMatchObject({
      cpm: 1_500,
      clickToMessage: { attributed: null, blended: null },
    });
    const nothing = {
      cpm: null,
      cpv: null,
      clickToMessage: { attributed: null, blended: null },
      engagementRate: null,
    };
    expect(deliveryOf([silent], STARTED)).toEqual(nothing);
    expect(deliveryOf([], STARTED)).toEqual(nothing);
    expect(deliveryOf([row({ impressions: 0, linkClicks: 0, views: 0 })], STARTED)).toEqual(nothing);
  });
});
