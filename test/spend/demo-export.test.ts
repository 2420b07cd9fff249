import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { addDays } from "#lib/domain/day.ts";
import { readSpendFile } from "#lib/spend/read-spend-file.ts";
import { DEMO_ADS, DEMO_CURRENCY, DEMO_TOTAL_MINOR, demoExport } from "#test/samples/spend/demo-export.ts";

it.each(["2026-11-21", "2027-03-01", "2028-02-29"])(
  "the demo's export of %s has its seven days and its sums",
  (today) => {
    const reading = readSpendFile(demoExport(today));
    expect(reading).toMatchObject({
      ok: true,
      file: {
        currency: DEMO_CURRENCY,
        level: "ad",
        hasDays: true,
        from: addDays(today, -6),
        to: today,
        totalMinor: DEMO_TOTAL_MINOR,
        warnings: [],
      },
    });
    const rows = reading.ok ? reading.file.rows : [];
    expect(rows).toHaveLength(42);
    for (const { adId, campaign, centsByDay } of DEMO_ADS) {
      const mine = rows.filter((row) => row.adId === adId && row.campaign === campaign);
      expect(mine.map(({ amountMinor }) => amountMinor)).toEqual(centsByDay);
    }
  },
);

it("is the sample file on its day", () => {
  expect(demoExport("2026-11-21")).toBe(
    readFileSync(new URL("../samples/spend/demo.csv", import.meta.url), "utf8"),
  );
});
