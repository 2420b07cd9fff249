import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MOST_PROBLEMS, SpendFileError } from "#lib/spend/problem.ts";
import { readSpendFile } from "#lib/spend/read-spend-file.ts";

const problemsOf = (csv: string | Uint8Array) => {
  const reading = readSpendFile(csv);
  return reading.ok ? [] : reading.problems;
};
const reasonOf = (csv: string | Uint8Array) => problemsOf(csv)[0]?.reason ?? "";
const bytes = (...values: number[]) => Uint8Array.from(values);
const table = (...lines: string[]) => lines.join("\n");

const HEAD = "Campaign name,Ad name,Ad ID,Age,Amount spent (USD),Impressions,Reporting starts,Reporting ends";
const RANGE = "2026-10-05,2026-10-07";

describe("what is no report", () => {
  it.each([
    ["an Excel workbook", bytes(0x50, 0x4b, 3, 4, 20, 0), "an Excel workbook"],
    ["an Excel workbook read as text", "PK\u0003\u0004\u0014\0", "an Excel workbook"],
    ["an old Excel workbook", bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1), "an old Excel workbook"],
    ["a PDF", new TextEncoder().encode("%PDF-1.7"), "a PDF"],
    ["other bytes", bytes(1, 2, 0, 0, 7, 8), "not text"],
    ["UTF-16 without a mark", bytes(67, 0, 97, 0, 109, 0), "UTF-16"],
    ["UTF-16 read as UTF-8", "\ufffd\ufffdC\0a\0m\0", "UTF-16"],
    ["text of another encoding", bytes(0x4d, 0xfc, 0x6e, 0x7a, 0x65), "not UTF-8"],
    ["a web page", "\n<html></html>", "a web page"],
    ["nothing", "", "empty"],
    ["a mark and nothing else", bytes(0xef, 0xbb, 0xbf), "empty"],
    ["other text", "hello", "No column “Amount spent”"],
    ["no dates", table("Campaign name,Amount spent (USD)", "A,1"), "No dates"],
    ["no currency", table("Amount spent,Reporting starts,Reporting ends", `1,${RANGE}`), "currency"],
    [
      "no such currency",
      table("Amount spent (QQQ),Reporting starts,Reporting ends", `1,${RANGE}`),
      "no currency",
    ],
  ])("%s is refused with what it is", (_, csv, reason) => {
    expect(reasonOf(csv)).toContain(reason);
  });
});

describe("what would count twice", () => {
  it.each([
    ["a total in the middle", [`A,a,1,18-24,1.50,9,${RANGE}`, `,,,,1.50,9,${RANGE}`], 3, "names nothing"],
    [
      "a blank breakdown beside filled ones",
      [`A,a,1,18-24,1.50,9,${RANGE}`, `A,a,1,,1.50,9,${RANGE}`],
      3,
      "their sum",
    ],
    ["a repeated row", [`A,a,1,18-24,1.50,9,${RANGE}`, `A,a,1,18-24,1.50,9,${RANGE}`], 3, "repeats row 2"],
    [
      "days that are shared",
      [`A,a,1,18-24,1.50,9,${RANGE}`, `B,b,2,18-24,1.50,9,2026-10-07,2026-10-09`],
      3,
      "would count twice",
    ],
  ])("%s", (_, lines, row, reason) => {
    const [problem, ...more] = problemsOf(table(HEAD, ...lines));
    expect(problem?.row).toBe(row);
    expect(problem?.reason).toContain(reason);
    expect(more).toEqual([]);
  });

  it("two rows of a whole account, which nothing tells apart", () => {
    const csv = table("Amount spent (USD),Reporting starts,Reporting ends", `3,${RANGE}`, `2.5,${RANGE}`);
    expect(problemsOf(csv)[0]).toMatchObject({ row: 3 });
    expect(reasonOf(csv)).toContain("row 2");
  });

  it("a second ad account", () => {
    const csv = table(
      `Account name,${HEAD}`,
      `One,A,a,1,18-24,1.5,9,${RANGE}`,
      `Two,B,b,2,18-24,1.5,9,${RANGE}`,
    );
    expect(problemsOf(csv)).toMatchObject([{ row: 3, column: "Account name" }]);
  });

  it("ids that a spreadsheet has rounded", () => {
    const csv = table(
      HEAD,
      `A,a,120241906501480000,18-24,1.5,9,${RANGE}`,
      `B,b,120241907733120000,18-24,1.5,9,${RANGE}`,
    );
    expect(problemsOf(csv)).toMatchObject([{ column: "Ad ID" }]);
  });
});

describe("what is broken in a row", () => {
  it.each([
    ["too few cells", "A,a,1,18-24,1.50", "5 cells under 8 headings"],
    ["too many cells", `A,a,1,18-24,1,50,9,${RANGE}`, "9 cells under 8 headings"],
    ["an end before its start", "A,a,1,18-24,1.50,9,2026-10-07,2026-10-05", "is after"],
    ["no dates", "A,a,1,18-24,1.50,9,,2026-10-05", "The date is missing"],
    ["a day that is none", "A,a,1,18-24,1.50,9,2026-02-30,2026-03-01", "is no date"],
    ["a number in two ways", `A,a,1,18-24,"1,234",9,${RANGE}`, "two ways"],
    ["a number of another kind", `A,a,1,18-24,1.5e3,9,${RANGE}`, "is no number"],
    ["digits past counting", `A,a,1,18-24,999999999999999,9,${RANGE}`, "too large"],
    ["a stray quote", `A,a "b,1,18-24,1.50,9,${RANGE}`, "quotation mark"],
  ])("%s", (_, line, reason) => {
    expect(reasonOf(table(HEAD, line))).toContain(reason);
  });

  it("two decimal marks in one file, with both rows", () => {
    const csv = table(HEAD, `A,a,1,18-24,1.50,9,${RANGE}`, `B,b,2,18-24,"2,75",9,${RANGE}`);
    expect(problemsOf(csv)).toMatchObject([{ row: 3, column: "Amount spent (USD)" }]);
    expect(reasonOf(csv)).toContain("row 2");
  });

  it("two names under one heading, and a total past counting", () => {
    const twice = table(
      "Campaign name,Campaign name,Amount spent (USD),Reporting starts,Reporting ends",
      `A,B,1,${RANGE}`,
    );
    expect(problemsOf(twice)).toMatchObject([{ row: 2, column: "Campaign name" }]);
    expect(reasonOf(twice)).toContain("“B” stands beside “A”");
    expect(reasonOf(table(HEAD, `,,,,999999999999999,9,${RANGE}`, `A,a,1,18-24,1,9,${RANGE}`))).toContain(
      "too large",
    );
  });

  it("a day outside what was reported", () => {
    const csv = table("Day,Amount spent (USD),Reporting starts,Reporting ends", `2026-10-09,1,${RANGE}`);
    expect(problemsOf(csv)).toMatchObject([{ row: 2, column: "Day" }]);
  });

  it("tells the first reasons only, as an error with a sentence too", () => {
    const problems = problemsOf(table(HEAD, ...Array.from({ length: 50 }, () => `A,a,1,18-24,x,9,${RANGE}`)));
    expect(problems).toHaveLength(MOST_PROBLEMS);
    const error = new SpendFileError(problems);
    expect(error.code).toBe("spend_file");
    expect(error.message).toBe(
      "This file was not imported: row 2, column “Amount spent (USD)”: “x” is no number. (and 19 more)",
    );
    expect(error.fields["problems.19"]).toContain("row 21");
  });
});

describe("readSpendFile", () => {
  it("never throws, whatever the bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (csv) => {
        const reading = readSpendFile(csv);
        expect(reading.ok || reading.problems.length > 0).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it("never throws, whatever stands under its headings", () => {
    const cell = fc.oneof(
      fc.constantFrom(
        "",
        "All",
        "1.234",
        "1,234",
        "999999999999999",
        "1e9",
        "-1",
        "2026-10-05",
        '"',
        "0",
        "x\ny",
      ),
      fc.string({ unit: "grapheme", maxLength: 8 }),
    );
    const line = fc.array(cell, { minLength: 6, maxLength: 9 }).map((cells) => cells.join(","));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
        const reading = readSpendFile(table(HEAD, ...lines));
        const isSound = reading.ok
          ? reading.file.rows.reduce((sum, row) => sum + row.amountMinor, 0) === reading.file.totalMinor
          : reading.problems.length > 0;
        expect(isSound).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
