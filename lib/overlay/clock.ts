import type { PageFrames } from "#lib/inbox/page-frames.ts";

/** The one clock of the page: all timers read it, none has its own. */
export interface Clock {
  now: () => number;
  subscribe: (listener: () => void) => () => void;
}

const TICK_MS = 1_000;

/** Ticks once a second while the tab can be seen, and at once when it comes back. */
export function createClock({
  window,
  now,
  frames,
  signal,
}: {
  window: Window;
  now: () => number;
  frames: PageFrames;
  signal: AbortSignal;
}): Clock {
  const listeners = new Set<() => void>();
  const tick = () => {
    if (!window.document.hidden) for (const listener of listeners) listener();
  };
  const timer = window.setInterval(() => frames.join(tick), TICK_MS);
  signal.addEventListener("abort", () => window.clearInterval(timer), { once: true });
  window.document.addEventListener("visibilitychange", tick, { signal });
  return {
    now,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
