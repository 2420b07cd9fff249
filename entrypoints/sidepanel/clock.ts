import type { Ticking } from "#components/queue/live.tsx";

/** Times are told to the minute here: so often is soon enough, and each tick that draws lays the list out again. */
const TICK_MS = 10_000;

/** Ticks every ten seconds while somebody looks. */
export function startClock(): Ticking {
  const listeners = new Set<() => void>();
  const tick = () => {
    if (!document.hidden) for (const listener of listeners) listener();
  };
  setInterval(tick, TICK_MS);
  document.addEventListener("visibilitychange", tick);
  return {
    now: () => Math.floor(Date.now() / TICK_MS) * TICK_MS,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
