/**
 * A quantile of a sample by linear interpolation between its two nearest values.
 * @param share 0 to 1; 0.5 is the median
 * @returns null for an empty sample
 * Source: definition 7 of Hyndman and Fan (1996), The American Statistician 50, 361; PostgreSQL's percentile_cont.
 */
export function quantile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (below === undefined || above === undefined) return null;
  return below + (above - below) * (place - Math.floor(place));
}
