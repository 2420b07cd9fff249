import { InvalidInput } from "./invalid.ts";

const digits = (exponent: number, codes: string): [string, number][] =>
  codes.split(" ").map((code) => [code, exponent]);

/**
 * Minor units of ISO 4217 other than 2. Intl is not asked: for IDR, HUF or COP Node and Chromium say 0 and Firefox
 * says 2, so that an amount would change its size on the way from a browser to the server.
 */
const EXPONENTS = new Map([
  ...digits(0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"),
  ...digits(3, "BHD IQD JOD KWD LYD OMR TND"),
  ...digits(4, "CLF UYW"),
]);

/** Currencies newer than the tables of some browsers. */
const NEW = ["SLE", "XCG", "ZWG"];

const KNOWN = new Set([...Intl.supportedValuesOf("currency"), ...NEW]);

/** Whether a code of three capitals is a currency of ISO 4217 that is known here. */
export const isCurrency = (code: string): boolean => KNOWN.has(code);

/** Decimals of a currency's major unit, also for a code that is not known (2), so that what is stored can be shown. */
export const decimalsOf = (currency: string): number => EXPONENTS.get(currency) ?? 2;

/** Decimals of a known currency's major unit (JPY 0, USD 2, KWD 3). Throws InvalidInput naming the field. */
export function exponentOf(currency: string, field = "currency"): number {
  if (isCurrency(currency)) return decimalsOf(currency);
  throw new InvalidInput(field, `“${currency}” is no currency. Use its code of three capitals, like USD.`);
}
