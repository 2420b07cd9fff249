/** One piece of work to come, replaced by the next. */
export interface Delay {
  start: (work: () => void, ms: number) => void;
  cancel: () => void;
}

/** @param signal ends it: what waits then is never done */
export function createDelay(window: Window, signal: AbortSignal): Delay {
  let timer = 0;
  const cancel = () => window.clearTimeout(timer);
  signal.addEventListener("abort", cancel, { once: true });
  return {
    start(work, ms) {
      cancel();
      timer = window.setTimeout(work, ms);
    },
    cancel,
  };
}
