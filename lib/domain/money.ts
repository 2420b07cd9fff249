import { Decimal } from "decimal.js";
import { exponentOf } from "./currency.ts";
import { InvalidInput } from "./invalid.ts";

/** Decimals that keep every digit of any sum of an export: 15 digits before the point, 30 behind it, with room. */
export const Exact = Decimal.clone({ precision: 100, rounding: Decimal.ROUND_HALF_UP });
export type Exact = Decimal;

const MAJOR = /^\d{1,15}(?:\.\d{1,30})?$/;

/**
 * A plain decimal text of major units, as exact minor units: "12.3456" USD is 1234.56. Throws InvalidInput naming the
 * field for a text that is no such number, a negative one, or an unknown currency.
 */
export function exactMinor(major: string, currency: string, field = "amount"): Exact {
  const exponent = exponentOf(currency);
  if (!MAJOR.test(major)) throw new InvalidInput(field, `“${major}” is no amount of money.`);
  return new Exact(`${major}e${exponent}`);
}

/** The exact sum of exact amounts of one currency; 0 of none. */
export const sumExact = (parts: readonly Exact[]): Exact =>
  parts.reduce((sum, part) => sum.plus(part), new Exact(0));

/** Rounds exact minor units half up, once. Throws InvalidInput past what can be counted exactly. */
export function roundMinor(exact: Exact, field = "amount"): number {
  const rounded = exact.round().toNumber();
  if (!Number.isSafeInteger(rounded))
    throw new InvalidInput(field, "This amount is too large to be counted exactly.");
  return rounded;
}

/**
 * Rounds exact parts so that they equal a total: each is rounded down, then one minor unit each goes to those with
 * the largest remainders (of equal ones, to the largest part, then to the first). So every part stays within one
 * unit of its exact amount.
 * @param totalMinor the sum of the parts, rounded up or down to a whole minor unit; else InvalidInput
 */
export function allocate(totalMinor: number, parts: readonly Exact[]): number[] {
  const sum = sumExact(parts);
  if (sum.minus(totalMinor).abs().gte(1))
    throw new InvalidInput("totalMinor", `${totalMinor} is not the sum of the parts, ${sum.toFixed()}.`);
  const shares = parts.map((part) => roundMinor(part.floor()));
  const missing = totalMinor - shares.reduce((total, share) => total + share, 0);
  if (missing === 0) return shares;
  const order = parts
    .map((part, index) => ({ part, index, remainder: part.minus(part.floor()) }))
    .toSorted((a, b) => b.remainder.cmp(a.remainder) || b.part.cmp(a.part) || a.index - b.index);
  for (const { index } of order.slice(0, missing)) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}
