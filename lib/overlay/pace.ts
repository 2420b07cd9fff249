import { createDelay } from "./delay.ts";

/** Work that is asked for again and again and done once for all: soon, and never twice within a while. */
export interface Pace {
  ask: (isUrgent?: boolean) => void;
}

interface PaceOptions {
  window: Window;
  signal: AbortSignal;
  work: () => void;
  /** What is asked for within so many ms is done together. */
  gather: number;
  /** From one time to the next, in ms, unless it is urgent. */
  apart: number;
}

export function createPace({ window, signal, work, gather, apart }: PaceOptions): Pace {
  const { performance } = window;
  const delay = createDelay(window, signal);
  let doneAt = Number.NEGATIVE_INFINITY;
  let dueAt = Number.POSITIVE_INFINITY;
  const run = () => {
    doneAt = performance.now();
    dueAt = Number.POSITIVE_INFINITY;
    work();
  };
  return {
    ask(isUrgent = false) {
      const now = performance.now();
      const at = Math.max(now + gather, isUrgent ? 0 : doneAt + apart);
      if (at >= dueAt) return;
      dueAt = at;
      delay.start(run, at - now);
    },
  };
}
