/**
 * The chance that a standard normal value lies further from 0 than `z`, on either side; 1 for 0.
 * Source: the series of Marsaglia (2004), Evaluating the Normal Distribution, Journal of Statistical Software 11(4).
 */
export function twoSided(z: number): number {
  const x = Math.abs(z);
  // Beyond this the series loses the last digits of a chance that is below 1e-14.
  if (x > 7.6) return 0;
  let [sum, term] = [x, x];
  for (let power = 3; Math.abs(term) > 1e-17 * sum; power += 2) {
    term *= (x * x) / power;
    sum += term;
  }
  return Math.max(0, 1 - 2 * sum * (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)));
}
