/** Says, at most once a frame, that things on the page may have moved. */
export interface Frames {
  request: () => void;
  /**
   * Hears until the signal aborts.
   * @param isMoved whether the listener's things move with what was scrolled; without it, always
   */
  add: (listener: () => void, signal: AbortSignal, isMoved?: (scrolled: Node) => boolean) => void;
}

const isNode = (target: EventTarget | null): target is Node => target !== null && "nodeType" in target;

export function createFrames(window: Window, signal: AbortSignal): Frames {
  const listeners = new Map<() => void, (scrolled: Node) => boolean>();
  let isAsked = false;
  const run = () => {
    isAsked = false;
    if (!signal.aborted) for (const listener of listeners.keys()) listener();
  };
  const request = () => {
    if (isAsked || listeners.size === 0) return;
    isAsked = true;
    window.requestAnimationFrame(run);
  };
  const options = { capture: true, passive: true, signal };
  for (const type of ["resize", "transitionend"]) window.addEventListener(type, request, options);
  // A pane that scrolls to its newest message moves neither the bar nor the list.
  const scrolled = ({ target }: Event) => {
    if (!isNode(target) || [...listeners.values()].some((isMoved) => isMoved(target))) request();
  };
  window.addEventListener("scroll", scrolled, options);
  return {
    request,
    add(listener, until, isMoved = () => true) {
      listeners.set(listener, isMoved);
      until.addEventListener("abort", () => listeners.delete(listener), { once: true });
    },
  };
}
