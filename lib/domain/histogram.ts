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
