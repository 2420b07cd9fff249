const FIRST_MS = 2_000;
const MOST_MS = 300_000;

/**
 * How long to wait after some failures in a row: doubled each time up to five minutes, half of it left to chance so
 * that many devices do not come back at once.
 * @param failures 1 for the first
 * @param chance a number from 0 to 1
 */
export function backoffMs(failures: number, chance: number): number {
  const whole = Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 20));
  return Math.round(whole / 2 + (whole / 2) * chance);
}
