import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { SpendSummary } from "#lib/contract.ts";
import { readSpendFile } from "#lib/spend/read-spend-file.ts";
import { type SpendFile, summarise } from "#lib/spend/spend-file.ts";

const FOLDER = new URL("../samples/spend/", import.meta.url);
const bytesOf = (name: string): Uint8Array => readFileSync(new URL(name, FOLDER));

function fileOf(name: string): SpendFile {
  const reading = readSpendFile(bytesOf(name));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.file;
}

const WEEK = { currency: "USD", from: "2026-10-05", to: "2026-10-07", totalMinor: 15051 };

describe("sample exports", () => {
  it.each([
    ["ads-manager-by-day.csv", { ...WEEK, level: "ad", rows: 8, reconciles: null }],
    ["reporting-campaign-by-day.csv", { ...WEEK, level: "campaign", rows: 5, reconciles: true }],
    ["age-and-gender.csv", { ...WEEK, level: "ad", rows: 24, reconciles: null }],
    ["region.csv", { ...WEEK, level: "campaign", rows: 4, reconciles: null }],
    ["whole-account.csv", { ...WEEK, level: "account", rows: 1, reconciles: null }],
    ["header-only.csv", { currency: "IDR", from: null, to: null, totalMinor: 0, level: "ad", rows: 0 }],
    [
      "german.csv",
      { currency: "EUR", from: "2026-10-05", to: "2026-10-06", totalMinor: 106999, level: "ad", rows: 3 },
    ],
    ["french.csv", { currency: "EUR", totalMinor: 103949, level: "adset", rows: 2 }],
    ["spanish.csv", { currency: "MXN", totalMinor: 120765, level: "ad", rows: 3, reconciles: true }],
    ["italian.csv", { currency: "EUR", from: "2026-10-01", to: "2026-10-07", totalMinor: 15451, rows: 2 }],
    ["portuguese.csv", { currency: "BRL", totalMinor: 2101, level: "ad", rows: 2 }],
    ["quoted-line-breaks.csv", { currency: "EGP", totalMinor: 60895, level: "ad", rows: 2 }],
    ["jpy.csv", { currency: "JPY", totalMinor: 24273, level: "campaign", rows: 2 }],
    ["kwd.csv", { currency: "KWD", totalMinor: 19845, level: "campaign", rows: 2 }],
    ["duplicate-heading.csv", { ...WEEK, totalMinor: 15151, level: "adset", rows: 3 }],
    [
      "demo.csv",
      { currency: "USD", from: "2026-11-15", to: "2026-11-21", totalMinor: 35700, level: "ad", rows: 42 },
    ],
  ])("%s says what it says, in the shape of the contract", (name, summary) => {
    const said = summarise(fileOf(name));
    expect(said).toMatchObject(summary);
    expect(SpendSummary.parse(said)).toEqual(said);
  });

  it("are all told of in their README, and all read or refused here", () => {
    const readme = readFileSync(new URL("README.md", FOLDER), "utf8");
    const files = readdirSync(FOLDER).filter((name) => name.endsWith(".csv"));
    expect(files.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
    const refused = files.filter((name) => !readSpendFile(bytesOf(name)).ok);
    expect(files.filter((name) => name.startsWith("broken-") && name !== "broken-total.csv")).toEqual(
      refused,
    );
  });

  it("sum up a breakdown to the rows of the same ads and days without it", () => {
    const amounts = (name: string) =>
      fileOf(name).rows.map(({ from, adId, amountMinor, impressions }) => [
        from,
        adId,
        amountMinor,
        impressions,
      ]);
    expect(amounts("age-and-gender.csv")).toEqual(amounts("ads-manager-by-day.csv"));
    expect(fileOf("age-and-gender.csv").rows.every(({ reach }) => reach === null)).toBe(true);
  });

  it("take blank as not reported, and a count from the results that are conversations", () => {
    expect(fileOf("region.csv").rows.map((row) => row.conversationsStarted)).toEqual([null, null]);
    const counts = fileOf("ads-manager-by-day.csv").rows.map((row) => row.conversationsStarted);
    expect(counts).toEqual([4, null, 6, 5, 2, 3, 2, 5]);
  });

  it("read numbers as their language writes them", () => {
    const [german] = fileOf("german.csv").rows;
    expect(german).toMatchObject({
      amountMinor: 101842,
      impressions: 12210,
      reach: 9904,
      ad: "Karussell Größe 38–42",
    });
    const [french] = fileOf("french.csv").rows;
    expect(french).toMatchObject({
      amountMinor: 101842,
      impressions: 12210,
      linkClicks: 131,
      adset: "Large 25-44",
    });
  });

  it("leave out rows without an amount, and say so", () => {
    const file = fileOf("duplicate-heading.csv");
    expect(file.rows.map(({ adset, amountMinor }) => [adset, amountMinor])).toEqual([
      ["Broad 25-44", 9320],
      ["Lookalike 1 %", 5831],
    ]);
    expect(file.warnings.join(" ")).toContain("1 row reports no amount");
  });

  it("say when rows do not add up to the total row, with both sums", () => {
    const file = fileOf("broken-total.csv");
    expect(file).toMatchObject({ reconciles: false, totalMinor: 9070 });
    expect(file.warnings[0]).toContain("90.70");
    expect(file.warnings[0]).toContain("151.51");
  });
});

describe("broken samples", () => {
  it.each([
    ["broken-pivot.csv", [[2, "Día", "“All” is a sum"]]],
    ["broken-subtotal.csv", [[2, "Ad name", "subtotal"]]],
    ["broken-currencies.csv", [[null, null, "USD, MXN"]]],
    [
      "broken-cells.csv",
      [
        [3, "Day", "“06/10/2026” is no date"],
        [4, "Amount spent (USD)", "“-32” is below zero"],
        [5, "Amount spent (USD)", "“n/a” is no number"],
        [6, "Impressions", "“38.5” is no whole number"],
      ],
    ],
    ["broken-no-amount.csv", [[1, null, "Headings found: “Campaign name”, “Day”"]]],
    ["broken-ids.csv", [[2, "Ad ID", "a spreadsheet has shortened it"]]],
    ["broken-overlap.csv", [[3, null, "row 2 covers 2026-10-01 to 2026-10-07"]]],
    ["broken-cut-short.csv", [[3, null, "cut short"]]],
    ["broken-web-page.csv", [[null, null, "a web page"]]],
    ["broken-bulk-template.csv", [[null, null, "template for bulk edits"]]],
  ])("%s is refused with its rows and reasons", (name, problems) => {
    const reading = readSpendFile(bytesOf(name));
    expect(reading.ok).toBe(false);
    const said = reading.ok ? [] : reading.problems;
    expect(said.map(({ row, column }) => [row, column])).toEqual(
      problems.map(([row, column]) => [row, column]),
    );
    for (const [index, [, , reason]] of problems.entries()) expect(said[index]?.reason).toContain(reason);
  });
});
