/** No quantile read from a histogram is further than this share from the true one. */
export const HISTOGRAM_ERROR = 0.02;

const GAMMA = (1 + HISTOGRAM_ERROR) / (1 - HISTOGRAM_ERROR);
const LN_GAMMA = Math.log(GAMMA);

/** Where nothing was waited for. */
const NOTHING = 0;

/**
 * The bucket of a duration (whole ms): 0 holds 0, 1 holds 1 ms, bucket `n` what lies in (g^(n-2), g^(n-1)] with
 * g = (1 + error) / (1 - error). Buckets of two samples add up to those of both together.
 * Source: DDSketch, Masson, Rim and Lee (2019), PVLDB 12, 2195, section 2.2.
 */
export const bucketOf = (ms: number): number =>
  ms <= 0 ? NOTHING : 1 + Math.max(0, Math.ceil(Math.log(ms) / LN_GAMMA));

/** The duration that stands for a bucket: at most the stated error away from every duration in it. */
const valueOf = (bucket: number): number =>
  bucket === NOTHING ? 0 : (2 * GAMMA ** (bucket - 1)) / (GAMMA + 1);

/**
 * A quantile of what a histogram counts, in ms, by linear interpolation as in quantile.ts: of two values that are each
 * within the error, so is what lies between.
 * @param counts by bucket
 * @param share 0 to 1; 0.5 is the median
 * @returns null for an empty histogram
 */
export function histogramQuantile(counts: ReadonlyMap<number, number>, share: number): number | null {
  const buckets = [...counts].filter(([, count]) => count > 0).toSorted(([a], [b]) => a - b);
  const size = sizeOf(counts);
  if (size === 0) return null;
  const place = (size - 1) * share;
  const below = valueAt(buckets, Math.floor(place));
  return below + (valueAt(buckets, Math.ceil(place)) - below) * (place - Math.floor(place));
}

/** How many durations a histogram counts. */
export function sizeOf(counts: ReadonlyMap<number, number>): number {
  let size = 0;
  for (const count of counts.values()) size += count;
  return size;
}

/** The value at a place of the sample in order, counted from 0. */
function valueAt(buckets: readonly (readonly [number, number])[], place: number): number {
  let passed = 0;
  for (const [bucket, count] of buckets) {
    passed += count;
    if (place < passed) return valueOf(bucket);
  }
  return valueOf(buckets.at(-1)?.[0] ?? NOTHING);
}
