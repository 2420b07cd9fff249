import type { PageFrames } from "#lib/inbox/page-frames.ts";

/** What was read of the page, now to be written. */
type Write = () => void;

/** Says, at most once a frame, that things on the page may have moved. */
export interface Frames {
  /** Everything may have moved. */
  request: () => void;
  /**
   * Hears until the signal aborts. Gives what asks for this listener alone.
   * @param listener reads where things are, and gives what then puts its own there: all read before anything is written,
   * so that the page is laid out once
   * @param isMoved whether the listener's things move with what was scrolled; without it, always
   */
  add: (listener: () => Write, signal: AbortSignal, isMoved?: (scrolled: Node) => boolean) => () => void;
}

const isNode = (target: EventTarget | null): target is Node => target !== null && "nodeType" in target;

export function createFrames(window: Window, page: PageFrames, signal: AbortSignal): Frames {
  const listeners = new Map<() => Write, (scrolled: Node) => boolean>();
  let asked = new Set<() => Write>();
  const run = () => {
    const due = asked;
    asked = new Set();
    if (signal.aborted) return;
    const writes = [...due].filter((listener) => listeners.has(listener)).map((listener) => listener());
    for (const write of writes) write();
  };
  const ask = (listener: () => Write) => {
    // In a frame that is being made, its end is soon enough.
    if (asked.size === 0 && !page.atEnd(run)) window.requestAnimationFrame(run);
    asked.add(listener);
  };
  const request = () => {
    for (const listener of listeners.keys()) ask(listener);
  };
  const options = { capture: true, passive: true, signal };
  for (const type of ["resize", "transitionend"]) window.addEventListener(type, request, options);
  // A pane that scrolls to its newest message moves neither the bar nor the list.
  const scrolled = ({ target }: Event) => {
    for (const [listener, isMoved] of listeners) if (!isNode(target) || isMoved(target)) ask(listener);
  };
  window.addEventListener("scroll", scrolled, options);
  return {
    request,
    add(listener, until, isMoved = () => true) {
      listeners.set(listener, isMoved);
      until.addEventListener("abort", () => listeners.delete(listener), { once: true });
      return () => ask(listener);
    },
  };
}
