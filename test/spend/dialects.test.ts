import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exactMinor, roundMinor } from "#lib/domain/money.ts";
import { readSpendFile } from "#lib/spend/read-spend-file.ts";
import type { SpendProblem } from "#lib/spend/problem.ts";
import type { SpendFile, SpendReading } from "#lib/spend/spend-file.ts";
import { dialect, rows, totalOf } from "./arbitrary.ts";
import { type Dialect, writeCsv, type Written } from "./write-csv.ts";

const PLAIN: Dialect = {
  language: "en",
  delimiter: ",",
  eol: "\n",
  bom: true,
  quoteAll: false,
  decimal: ".",
  grouped: false,
  datesFirst: false,
  totalRow: false,
};

const write = (
  written: readonly Written[],
  how: Dialect,
  currency: string,
  breakdowns: string[] = [],
): string => writeCsv({ rows: written, breakdowns, currency, total: totalOf(written, currency) }, how);

/** The file, or the test fails with the reasons. */
function sound(reading: SpendReading): SpendFile {
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.file;
}

const read = (csv: string): SpendFile => sound(readSpendFile(csv));

const isAllOf = (problems: readonly SpendProblem[], words: string): boolean =>
  problems.every(({ reason }) => reason.includes(words));

const said = (file: SpendFile) =>
  file.rows.map(({ from, to, campaign, ad, adId, impressions }) => ({
    from,
    to,
    campaign,
    ad,
    adId,
    impressions,
  }));

const byKey = <T>(list: readonly T[]): T[] =>
  list.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

/** A cell that can only be a decimal: a fraction that is not three digits long. */
const showsMark = ({ amount }: Written): boolean => (amount?.split(".")[1] ?? "...").length !== 3;

describe("any dialect", () => {
  it("reads back what was written, or refuses numbers that can be read in two ways", () => {
    fc.assert(
      fc.property(rows, dialect, fc.constantFrom("USD", "JPY"), (written, how, currency) => {
        const reading = readSpendFile(write(written, how, currency));
        if (!reading.ok && !written.some(showsMark) && isAllOf(reading.problems, "two ways")) return;
        const file = sound(reading);
        const spent = written.filter(({ amount }) => amount !== null);
        expect(byKey(said(file))).toEqual(
          byKey(
            spent.map(({ day, campaign, ad, adId, impressions }) => ({
              from: day,
              to: day,
              campaign,
              ad,
              adId,
              impressions,
            })),
          ),
        );
        expect(file.totalMinor).toBe(roundMinor(exactMinor(totalOf(written, currency), currency)));
        expect(file.rows.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(file.totalMinor);
        expect(file.reconciles).toBe(how.totalRow && written.length > 0 ? true : null);
        expect(file.detailRows).toBe(written.length);
      }),
      { numRuns: 500 },
    );
  });

  it("gives the same from bytes as from text", () => {
    fc.assert(
      fc.property(rows, dialect, (written, how) => {
        const csv = write(written, how, "USD");
        expect(readSpendFile(new TextEncoder().encode(csv))).toEqual(readSpendFile(csv));
      }),
    );
  });

  it("gives the same for any order of the rows", () => {
    const shuffled = rows.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, ([written, mixed]) => {
        const mark = [{ ...FIRST, amount: "0.5" }];
        expect(read(write([...mark, ...mixed], PLAIN, "USD"))).toEqual(
          read(write([...mark, ...written], PLAIN, "USD")),
        );
      }),
    );
  });
});

/** A row of its own that shows the decimal mark. */
const FIRST: Written = {
  day: "2026-10-24",
  campaign: "First",
  ad: "First",
  adId: "1",
  amount: "0.5",
  impressions: 1,
  split: [],
};

describe("any breakdown", () => {
  const parts = fc.array(fc.nat(1_000), { minLength: 1, maxLength: 5 });

  it("keeps every amount and every additive count, in total, by day and by ad", () => {
    fc.assert(
      fc.property(rows, parts, fc.boolean(), (written, weights, crossed) => {
        const whole = [FIRST, ...written];
        const split = whole.flatMap((row) => splitRow(row, weights, crossed));
        const breakdowns = crossed ? ["Age", "Gender"] : ["Region"];
        const plain = read(write(whole, PLAIN, "USD"));
        const broken = read(write(split, PLAIN, "USD", breakdowns));
        expect(broken.rows).toEqual(plain.rows);
        expect(broken.totalMinor).toBe(plain.totalMinor);
        expect(broken.breakdowns).toEqual(crossed ? ["age", "gender"] : ["region"]);
      }),
    );
  });

  it("rounds days and campaigns alike at the level of ads and of campaigns", () => {
    fc.assert(
      fc.property(rows, (written) => {
        const crowded = written.map((row, index) => ({
          ...row,
          day: `2026-10-2${index % 2}`,
          campaign: `Campaign ${index % 3}`,
          adId: String(index + 2),
        }));
        const csv = write([FIRST, ...crowded], PLAIN, "USD");
        const campaigns = read(csv.replace("Ad name,Ad ID", "Some text,Some number"));
        expect(byCampaign(campaigns)).toEqual(byCampaign(read(csv)));
      }),
    );
  });
});

function byCampaign({ rows: found }: SpendFile): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { from, campaign, amountMinor } of found) {
    const key = `${from} ${campaign}`;
    sums[key] = (sums[key] ?? 0) + amountMinor;
  }
  return sums;
}

/** Splits a row by weights, exactly: the last part takes what is left. */
function splitRow(row: Written, weights: readonly number[], crossed: boolean): Written[] {
  const scale = 10n ** 15n;
  const [whole = "0", fraction = ""] = (row.amount ?? "0").split(".");
  const exact = BigInt(whole + fraction.padEnd(15, "0"));
  const sum = BigInt(weights.reduce((a, b) => a + b, 1));
  let [left, seen] = [exact, row.impressions ?? 0];
  return weights.map((weight, index) => {
    const isLast = index === weights.length - 1;
    const part = isLast ? left : (exact * BigInt(weight)) / sum;
    const count = isLast ? seen : Math.floor(((row.impressions ?? 0) * weight) / Number(sum));
    left -= part;
    seen -= count;
    return {
      ...row,
      split: crossed ? [`${index}-${index + 9}`, index % 2 === 0 ? "female" : "male"] : [`Region ${index}`],
      amount: row.amount === null ? null : `${part / scale}.${String(part % scale).padStart(15, "0")}`,
      impressions: row.impressions === null ? null : count,
    };
  });
}
