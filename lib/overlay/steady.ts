const MINUTE = 60_000;

/** The next time, in epoch ms, that is a whole number of steps from an instant; a step that is just now is over in 1 ms. */
function nextStep(instant: number, now: number, step: number): number {
  const since = (((now - instant) % step) + step) % step;
  return since === 0 ? now + 1 : now + step - since;
}

/**
 * Until when words about some instants stand, at least (epoch ms): spans from and to an instant are told to the minute
 * (`TO_MINUTE`), and a day of the calendar ends with a minute.
 */
export const standsUntil = (instants: readonly number[], now: number): number =>
  Math.min(...[0, ...instants].map((instant) => nextStep(instant, now, MINUTE)));

/** What is read from the clock, read again only once it may say something else. */
export function steady<Value>(
  read: (now: number) => Value,
  until: (now: number) => number,
): (now: number) => Value {
  let kept: { value: Value; from: number; until: number } | null = null;
  return (now) => {
    if (!kept || now < kept.from || now >= kept.until)
      kept = { value: read(now), from: now, until: until(now) };
    return kept.value;
  };
}
