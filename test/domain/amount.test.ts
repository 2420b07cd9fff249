import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatMinor, majorText } from "#lib/domain/amount.ts";
import { InvalidInput } from "#lib/domain/invalid.ts";
import { parseTyped } from "#lib/domain/typed-amount.ts";

const plain = (text: string) => text.replace(/\s/gu, " ");

describe("formatMinor", () => {
  it.each([
    [123456, "USD", "en", "$1,234.56"],
    [5, "USD", "en", "$0.05"],
    [-1250, "EUR", "de", "-12,50 €"],
    [1240, "JPY", "en", "¥1,240"],
    [12345, "KWD", "en", "KWD 12.345"],
    [100, "IDR", "en", "IDR 1.00"],
    [1, "ZZZ", "en", "ZZZ 0.01"],
  ])("%i %s in %s is %s", (minor, currency, locale, text) => {
    expect(plain(formatMinor(minor, currency, locale))).toBe(text);
  });

  it("keeps every digit of amounts that no float holds", () => {
    expect(formatMinor(Number.MAX_SAFE_INTEGER, "USD", "en")).toBe("$90,071,992,547,409.91");
    expect(formatMinor(123456789012345678901234n, "USD", "en")).toBe("$1,234,567,890,123,456,789,012.34");
  });

  it("refuses a fraction of a minor unit", () => {
    expect(() => formatMinor(0.5, "USD")).toThrow(InvalidInput);
  });
});

const amountOf = (text: string, currency: string) => {
  const typed = parseTyped(text, currency);
  return typed.ok ? typed.amountMinor : typed.problem;
};

describe("parseTyped", () => {
  it.each([
    ["85", "USD", 8500],
    [" 85.5 ", "USD", 8550],
    ["85,50", "EUR", 8550],
    ["1.234,50", "EUR", 123450],
    ["1,234.50", "USD", 123450],
    ["1 234,50", "EUR", 123450],
    ["1’234.50", "CHF", 123450],
    ["12,34,567.50", "INR", 123456750],
    ["1,234,567", "USD", 123456700],
    ["1.234", "JPY", 1234],
    ["85.00", "JPY", 85],
    ["0.500", "KWD", 500],
    ["12.345", "KWD", 12345],
    ["1,234.567", "KWD", 1234567],
    ["٨٥٫٥٠", "USD", 8550],
    ["١٬٢٣٤٫٥٠", "USD", 123450],
    ["۸۵", "USD", 8500],
    ["８５", "JPY", 85],
    ["$85", "USD", 8500],
    ["US$ 85", "USD", 8500],
    ["85 €", "EUR", 8500],
    ["85 usd", "USD", 8500],
    ["R$ 1.234,50", "BRL", 123450],
    ["0", "USD", 0],
  ])("%s %s is %i", (text, currency, minor) => {
    expect(amountOf(text, currency)).toBe(minor);
  });

  it.each([
    ["", "USD", "empty"],
    ["   ", "USD", "empty"],
    ["1,234", "USD", "ambiguous"],
    ["1.234", "EUR", "ambiguous"],
    ["1,234", "KWD", "ambiguous"],
    ["85.5", "JPY", "too_precise"],
    ["1234.567", "USD", "too_precise"],
    ["-85", "USD", "negative"],
    ["(85)", "USD", "negative"],
    ["85-", "USD", "negative"],
    ["85 €", "USD", "other_currency"],
    ["85 GBP", "USD", "other_currency"],
    ["99999999999999999", "USD", "too_large"],
    ["1.23,50", "EUR", "not_a_number"],
    ["1.234,567.89", "EUR", "not_a_number"],
    ["1,2,3", "USD", "not_a_number"],
    ["85.", "USD", "not_a_number"],
    ["1e5", "USD", "not_a_number"],
    ["half", "USD", "not_a_number"],
    ["8²", "USD", "not_a_number"],
    ["8 5", "USD", "not_a_number"],
  ])("refuses %o %s as %s", (text, currency, problem) => {
    expect(amountOf(text, currency)).toBe(problem);
  });

  it("throws for a currency that is none", () => {
    expect(() => parseTyped("85", "dollars")).toThrow(InvalidInput);
  });

  it("reads back what a field is filled with", () => {
    const currency = fc.constantFrom("USD", "JPY", "KWD", "IDR");
    fc.assert(
      fc.property(fc.maxSafeNat(), currency, (minor, code) => {
        expect(amountOf(majorText(minor, code), code)).toBe(minor);
      }),
    );
  });

  it("reads back what it shows, in every way of writing numbers", () => {
    const currency = fc.constantFrom("USD", "JPY", "EUR", "BRL", "INR", "IDR");
    const locale = fc.constantFrom("en", "de", "fr", "es", "pt-BR", "de-CH", "hi", "ar-EG", "fa");
    fc.assert(
      fc.property(fc.nat(10 ** 12), currency, locale, (minor, code, language) => {
        const text = new Intl.NumberFormat(language, {
          minimumFractionDigits: code === "JPY" ? 0 : 2,
        }).format(
          // safe because majorText writes a number.
          majorText(minor, code) as Intl.StringNumericLiteral,
        );
        expect(amountOf(text, code)).toBe(minor);
      }),
    );
  });

  it("never throws, and never makes an amount out of text without a digit", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const typed = parseTyped(text, "USD");
        expect(typed.ok ? /\p{Nd}/u.test(text) : typed.sentence !== "").toBe(true);
      }),
    );
  });
});
