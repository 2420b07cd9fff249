import { wilson, Z_95 } from "./interval.ts";

/** `hits` of `of`: how many reached something. Both 0 or more; `hits` is at most `of`. */
export interface Proportion {
  hits: number;
  of: number;
}

/**
 * How far two figures lie apart, with an interval; null where it cannot be said. For rates in points (0.1 is ten per
 * cent), for costs as ln(a / b). They are told apart where the interval leaves out 0.
 */
export interface Difference {
  value: number | null;
  low: number | null;
  high: number | null;
  toldApart: boolean;
}

/** An estimate between its limits. */
export interface Bounded {
  value: number;
  low: number;
  high: number;
}

/** Nothing can be said of an empty share. */
const UNKNOWN: Difference = { value: null, low: null, high: null, toldApart: false };

/**
 * The difference a - b of two independent rates: Newcombe's hybrid of two Wilson intervals, without continuity correction.
 * @param z two-sided 95 % unless given
 * Source: method 10 in Newcombe (1998), Statistics in Medicine 17, 873-890.
 */
export function compareRates(a: Proportion, b: Proportion, z = Z_95): Difference {
  if (a.of === 0 || b.of === 0) return UNKNOWN;
  return differenceOf(boundedRate(a, z), boundedRate(b, z));
}

const boundedRate = ({ hits, of }: Proportion, z: number): Bounded => ({
  value: hits / of,
  ...wilson(hits, of, z),
});

/**
 * The difference of two independent estimates from the limits of each (MOVER): squares of the distances to the limits
 * that pull the difference down, and up. With Wilson limits of two rates this is Newcombe's method 10.
 * Source: Zou and Donner (2008), Statistics in Medicine 27, 1693-1702.
 */
export function differenceOf(a: Bounded, b: Bounded): Difference {
  const value = a.value - b.value;
  const low = value - Math.hypot(a.value - a.low, b.high - b.value);
  const high = value + Math.hypot(a.high - a.value, b.value - b.low);
  return { value, low, high, toldApart: low > 0 || high < 0 };
}
