import { decimalsOf } from "./currency.ts";
import { InvalidInput } from "./invalid.ts";

/** Minor units as a plain decimal of the major unit: 123456 USD is "1234.56". Exact at any size. */
export function majorText(amountMinor: number | bigint, currency: string): string {
  if (typeof amountMinor === "number" && !Number.isSafeInteger(amountMinor))
    throw new InvalidInput("amountMinor", `${amountMinor} is no whole number of minor units.`);
  const exponent = decimalsOf(currency);
  const sign = amountMinor < 0 ? "-" : "";
  const digits = String(amountMinor)
    .replace("-", "")
    .padStart(exponent + 1, "0");
  return exponent === 0 ? sign + digits : `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

/** safe because majorText writes a sign, digits and one point only, which is what Intl reads exactly. */
const numeric = (text: string) => text as Intl.StringNumericLiteral;

const formats = new Map<string, Intl.NumberFormat>();

/** Making a format costs as much as a thousand uses of it. */
function formatOf(currency: string, locale: string | undefined): Intl.NumberFormat {
  const key = `${locale ?? ""} ${currency}`;
  const known = formats.get(key);
  if (known) return known;
  const decimals = decimalsOf(currency);
  const format = new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  formats.set(key, format);
  return format;
}

/**
 * Money for people: always with the currency's own decimals, so that columns of tabular digits line up.
 * @param amountMinor whole minor units, of any size
 * @param currency code of three letters; one that is not known is shown with its code and two decimals
 * @param locale the reader's own where it is left out
 */
export const formatMinor = (amountMinor: number | bigint, currency: string, locale?: string): string =>
  formatOf(currency, locale).format(numeric(majorText(amountMinor, currency)));
