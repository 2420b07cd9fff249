/** A 95 % interval, both ends included. */
export interface Interval {
  low: number;
  high: number;
}

/** The 97.5 % point of the normal distribution: two-sided 95 %. */
export const Z_95 = 1.959963984540054;

/**
 * Wilson's score interval of a rate, 95 % unless another `z` is given.
 * @param hits 0 to `of`
 * @param of 0 gives the whole range
 * Source: Wilson (1927), as formula 3 (no continuity correction) in Newcombe (1998), Statistics in Medicine 17, 857.
 */
export function wilson(hits: number, of: number, z = Z_95): Interval {
  if (of === 0) return { low: 0, high: 1 };
  const rate = hits / of;
  const centre = 2 * of * rate + z * z;
  const spread = z * Math.sqrt(z * z + 4 * of * rate * (1 - rate));
  const scale = 2 * (of + z * z);
  return {
    low: hits === 0 ? 0 : (centre - spread) / scale,
    high: hits === of ? 1 : (centre + spread) / scale,
  };
}
