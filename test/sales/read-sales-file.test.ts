import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSalesFile, SalesFileError } from "#lib/sales/read-sales-file.ts";
import { summariseSales } from "#lib/sales/sales-answer.ts";

const FOLDER = new URL("../samples/sales/", import.meta.url);
/** In Kiritimati (UTC+14) the last day of the year has just begun. */
const NOW = Date.UTC(2026, 11, 30, 10);
const sample = (name: string) => readSalesFile(readFileSync(new URL(name, FOLDER)), NOW);
const oneOf = (day: string) => readSalesFile(`ref,date,amount,currency\nA,${day},8,USD`, NOW);
const problems = (work: () => unknown): string[] => {
  try {
    work();
  } catch (error) {
    if (error instanceof SalesFileError) return Object.values(error.fields);
    throw error;
  }
  return [];
};

describe("a list of sales", () => {
  it("is read by its headings; what else it holds is not", () => {
    const rows = sample("shop.csv");
    expect(rows).toEqual([
      { row: 2, ref: "A-1001", thread: null, day: "2026-11-16", amountMinor: 8_500, currency: "USD" },
      { row: 3, ref: "A-1002", thread: null, day: "2026-11-17", amountMinor: 124_050, currency: "USD" },
      { row: 5, ref: "spring-sale", thread: null, day: "2026-11-18", amountMinor: 1_200, currency: "USD" },
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/Somebody|card/);
  });

  it("names a thread by its id, by the address of the inbox, or by channel, Page and id", () => {
    expect(sample("threads.csv").map(({ thread, amountMinor }) => [thread, amountMinor])).toEqual([
      [{ id: "100000000000011", channel: null, asset: null }, 8_500],
      [{ id: "100000000000012", channel: "FB_MESSAGE", asset: "9000000000000001" }, 4_250],
      [
        {
          id: "340282366841710301281148123456789012345",
          channel: "IG_MESSAGE",
          asset: "9000000000000001",
        },
        1_999,
      ],
    ]);
  });

  it("keeps each currency with its own decimals, and adds none to another", () => {
    expect(summariseSales(sample("several-currencies.csv"))).toEqual({
      rows: 4,
      from: "2026-11-16",
      to: "2026-11-17",
      totals: [
        { currency: "JPY", rows: 1, amountMinor: 8_500 },
        { currency: "KWD", rows: 1, amountMinor: 12_345 },
        { currency: "EUR", rows: 2, amountMinor: 117_100 },
      ],
    });
  });

  it("without a sale is valid and empty", () => {
    expect(sample("header-only.csv")).toEqual([]);
  });

  it("is refused whole, with the row, the column and the reason of each cell", () => {
    expect(problems(() => sample("broken-cells.csv"))).toEqual([
      "row 2, column “amount”: “-85.00” is below zero. A refund is recorded on its sale, in the conversation.",
      "row 3, column “date”: “16/11/2026” is no day. Write it as year-month-day: 2026-11-16.",
      "row 4, column “currency”: “XYZ” is no currency. Use its code, like USD.",
      "row 5, column “thread”: “a b” names no thread. Write the id or the address of the open conversation.",
      "row 6, column “date”: 2027-01-01 is in the future.",
      "row 7, column “amount”: Type an amount, like 85 or 85.50.",
    ]);
    expect(problems(() => sample("broken-shortened.csv"))).toEqual([
      expect.stringMatching(/^row 2, column “thread”: “1\.00000E\+14” was shortened by a spreadsheet/),
    ]);
    expect(problems(() => sample("broken-columns.csv"))).toEqual([
      "row 1: “amount” and “total” say the same thing: keep one of them.",
      expect.stringMatching(/^row 1: No column “currency” was found/),
    ]);
  });

  it("takes a day that has begun somewhere, and no later one", () => {
    expect(oneOf("2026-12-31")).toHaveLength(1);
    expect(problems(() => oneOf("2027-01-01"))).toEqual([
      "row 2, column “date”: 2027-01-01 is in the future.",
    ]);
  });

  it("that is cut, shifted or no text at all is refused with what it is", () => {
    const head = "ref,date,amount,currency";
    expect(problems(() => readSalesFile(`${head}\nA,2026-11-16,8`, NOW))).toEqual([
      "row 2: This row has 3 cells under 4 headings: it is cut or shifted.",
    ]);
    expect(problems(() => readSalesFile(`${head}\n"A,2026-11-16`, NOW))[0]).toMatch(/not closed/);
    expect(problems(() => readSalesFile("PK\u0003\u0004", NOW))[0]).toMatch(/Excel.*CSV UTF-8/);
    expect(problems(() => readSalesFile("", NOW))[0]).toMatch(/empty/);
  });

  it("has a test for every sample", () => {
    const tested = readFileSync(new URL(import.meta.url), "utf8");
    const files = readdirSync(FOLDER).filter((name) => name.endsWith(".csv"));
    expect(files.filter((name) => !tested.includes(`"${name}"`))).toEqual([]);
  });

  it("throws nothing but its refusal, whatever the bytes are", () => {
    const cell = fc.constantFrom("A-1", "2026-11-16", "85.00", "USD", "", '"', "\u0000", "1e9", "🦊");
    const line = fc.array(cell, { maxLength: 6 }).map((cells) => cells.join(","));
    const text = fc
      .array(line, { maxLength: 6 })
      .map((lines) => ["ref,date,amount,currency", ...lines].join("\n"));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), text), (csv) => {
        expect(problems(() => readSalesFile(csv, NOW)).every((problem) => problem !== "")).toBe(true);
      }),
    );
  });
});
