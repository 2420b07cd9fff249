import type { Ticking } from "#components/queue/live.tsx";

const TICK_MS = 1_000;

/** Ticks once a second while somebody looks. */
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
