/** Says, at most once a frame, that things on the page may have moved. */
export interface Frames {
  request: () => void;
  /** Hears until the signal aborts. */
  add: (listener: () => void, signal: AbortSignal) => void;
}

export function createFrames(window: Window, signal: AbortSignal): Frames {
  const listeners = new Set<() => void>();
  let isAsked = false;
  const run = () => {
    isAsked = false;
    if (!signal.aborted) for (const listener of listeners) listener();
  };
  const request = () => {
    if (isAsked || listeners.size === 0) return;
    isAsked = true;
    window.requestAnimationFrame(run);
  };
  const options = { capture: true, passive: true, signal };
  for (const type of ["scroll", "resize", "transitionend"]) window.addEventListener(type, request, options);
  return {
    request,
    add(listener, until) {
      listeners.add(listener);
      until.addEventListener("abort", () => listeners.delete(listener), { once: true });
    },
  };
}
