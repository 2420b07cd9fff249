/** How exactly a time is known; the first is the most exact. */
export const PRECISIONS = ["second", "minute", "hour", "day", "unknown"] as const;
export type Precision = (typeof PRECISIONS)[number];

/** How many milliseconds after `at` the instant may lie. */
const WIDTHS: Record<Precision, number> = {
  second: 999,
  minute: 59_999,
  hour: 3_599_999,
  day: 86_399_999,
  unknown: 0,
};

/** How many ms after `at` an instant of this precision may lie; 0 where nothing is known. */
export const widthOf = (precision: Precision): number => WIDTHS[precision];

/** Negative when `a` is the more exact. */
export const compareExactness = (a: Precision, b: Precision): number =>
  PRECISIONS.indexOf(a) - PRECISIONS.indexOf(b);

/** Good enough for a response time: to the minute or better (definitions, Response times). */
export const isExactToMinute = (precision: Precision): boolean =>
  precision === "second" || precision === "minute";
