/** Work that waits for a frame which the page draws anyway: one of our own costs the page another drawing. */
export interface PageFrames {
  /**
   * Does the work once, in the next frame that the page draws; where it draws none soon, without one, and in a tab that
   * nobody sees at once. Gives what takes it back.
   */
  join: (work: () => void) => () => void;
  /** The page has changed: it is about to draw. */
  changed: () => void;
  /** Does it at the end of such a frame, when what the works have changed is there; false where none is being made. */
  atEnd: (work: () => void) => boolean;
}

/** Nothing waits longer than this. */
const SOON_MS = 80;

/** One after the other; what one of them throws is thrown when all were done. */
function doEach([work, ...rest]: readonly (() => void)[]): void {
  try {
    work?.();
  } finally {
    if (rest.length > 0) doEach(rest);
  }
}

/** Runs until the signal aborts; what waits then is never done. */
export function createPageFrames(window: Window, signal: AbortSignal): PageFrames {
  const { document } = window;
  /** What waits, and the timer that does it at the latest. */
  const waiting = new Map<() => void, number>();
  let isAsked = false;
  let ends: Set<() => void> | null = null;

  const leave = (work: () => void) => {
    window.clearTimeout(waiting.get(work));
    waiting.delete(work);
  };
  const doAll = () => {
    const works = [...waiting.keys()];
    for (const work of works) leave(work);
    if (!signal.aborted) doEach(works);
  };
  const end = () => {
    const due = ends ?? [];
    ends = null;
    if (!signal.aborted) doEach([...due]);
  };
  const draw = () => {
    isAsked = false;
    if (waiting.size === 0) return;
    ends = new Set();
    try {
      doAll();
    } finally {
      // Views are drawn in the microtask that the works have asked for, and once more where a drawing asks for another.
      void Promise.resolve()
        .then(() => undefined)
        .then(end);
    }
  };
  signal.addEventListener("abort", () => [...waiting.keys()].forEach(leave), { once: true });
  return {
    join(work) {
      leave(work);
      waiting.set(work, window.setTimeout(doAll, document.hidden ? 0 : SOON_MS));
      return () => leave(work);
    },
    changed() {
      if (isAsked || waiting.size === 0) return;
      isAsked = true;
      window.requestAnimationFrame(draw);
    },
    atEnd(work) {
      ends?.add(work);
      return ends !== null;
    },
  };
}
