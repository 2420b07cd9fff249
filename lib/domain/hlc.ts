/**
 * A hybrid logical clock stamp: 12 hex digits of milliseconds, 4 of a counter. Stamps sort as text.
 * It orders the judgements of one thread on every device alike; figures are dated by `at`, never by this.
 * Source: Kulkarni et al., "Logical Physical Clocks" (2014).
 */
export type Hlc = string;

export const FIRST_HLC: Hlc = "0000000000000000";

const MAX_COUNTER = 0xffff;

const stamp = (time: number, counter: number): Hlc =>
  counter > MAX_COUNTER
    ? stamp(time + 1, 0)
    : time.toString(16).padStart(12, "0") + counter.toString(16).padStart(4, "0");

/** Epoch milliseconds of a stamp. */
export const hlcTime = (hlc: Hlc): number => Number.parseInt(hlc.slice(0, 12), 16);
const counterOf = (hlc: Hlc): number => Number.parseInt(hlc.slice(12), 16);

/** The next stamp on this device: later than `last` and not before `now` (epoch milliseconds). */
export function tick(last: Hlc, now: number): Hlc {
  const time = Math.trunc(now);
  return time > hlcTime(last) ? stamp(time, 0) : stamp(hlcTime(last), counterOf(last) + 1);
}

/** No stamp may lie later than `limit` (epoch milliseconds): a clock that runs ahead must not win for days. */
export const boundHlc = (hlc: Hlc, limit: number): Hlc =>
  hlcTime(hlc) > limit ? stamp(Math.trunc(limit), MAX_COUNTER) : hlc;
