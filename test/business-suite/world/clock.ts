/** The page's own clock: the real one, or one that a test holds and moves. */
export interface Clock {
  now(): number;
  set(at: number | null): void;
  advance(by: number): void;
}

export function createClock(start: number | null): Clock {
  let held = start;
  return {
    now: () => held ?? Date.now(),
    set: (at) => {
      held = at;
    },
    advance: (by) => {
      held = (held ?? Date.now()) + by;
    },
  };
}
