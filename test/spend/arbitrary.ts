import fc from "fast-check";
import { addDays } from "#lib/domain/day.ts";
import { exactMinor, sumExact } from "#lib/domain/money.ts";
import { type Dialect, HEADINGS, type Written } from "./write-csv.ts";

/** Names as people write them: marks of CSV, line breaks, other scripts; never blank, never "All", never bare marks. */
const name = fc
  .tuple(
    fc.constantFrom("Boots", "Größe", "حملة", "秋", "🧥 coat"),
    fc.string({
      unit: fc.constantFrom("a", "Z", " ", ",", ";", '"', "\t", "|", "'", "=", "é", "9"),
      maxLength: 12,
    }),
  )
  .map(([start, end]) => `${start}${end}`.replaceAll("\t", " ").trim());

/** Amounts with up to 13 decimals, as Meta writes them, and at times none. */
const amount = fc
  .tuple(fc.nat(99_999), fc.oneof(fc.constant(""), fc.stringMatching(/^\d{1,13}$/)))
  .map(([whole, fraction]) => (fraction === "" ? String(whole) : `${whole}.${fraction}`));

/** Rows of distinct ads and days. */
export const rows = fc
  .uniqueArray(
    fc.record({
      day: fc.nat(20).map((days) => addDays("2026-10-25", days)),
      campaign: name,
      ad: name,
      adId: fc.nat(30).map((id) => `12024190650148${id}377`),
      amount: fc.option(amount, { freq: 8 }),
      impressions: fc.option(fc.nat(999_999)),
      split: fc.constant<string[]>([]),
    }),
    { selector: ({ day, adId }) => `${day} ${adId}`, maxLength: 25 },
  )
  .map((found): Written[] => found);

export const totalOf = (written: readonly Written[], currency: string): string =>
  sumExact(written.flatMap(({ amount: cell }) => (cell === null ? [] : exactMinor(cell, currency))))
    .div(10 ** (currency === "JPY" ? 0 : 2))
    .toFixed();

/** Dialects in which the same rows can be read in one way only: decimal commas with semicolons need a cell to show them. */
export const dialect: fc.Arbitrary<Dialect> = fc.record({
  language: fc.constantFrom(...(Object.keys(HEADINGS) as (keyof typeof HEADINGS)[])),
  delimiter: fc.constantFrom(",", ";", "\t"),
  eol: fc.constantFrom("\n", "\r\n"),
  bom: fc.boolean(),
  quoteAll: fc.boolean(),
  decimal: fc.constantFrom(".", ","),
  grouped: fc.boolean(),
  datesFirst: fc.boolean(),
  totalRow: fc.boolean(),
});
