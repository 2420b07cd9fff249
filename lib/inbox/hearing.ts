const ATTRIBUTES = [
  "aria-current",
  "aria-disabled",
  "aria-selected",
  "contenteditable",
  "data-message-id",
  "data-pagelet",
  "data-surface",
  "data-utime",
  "dir",
  "href",
  "lang",
];

const ALL = { subtree: true, childList: true, characterData: true, attributeFilter: ATTRIBUTES };
/** Enough to see that a part goes, and that another comes. */
const STRUCTURE = { subtree: true, childList: true, attributeFilter: ["data-pagelet", "data-surface"] };

interface HearingOptions {
  window: Window & typeof globalThis;
  signal: AbortSignal;
  changed: (records: readonly MutationRecord[]) => void;
  /** The page has turned dark or light: its outermost elements wear something else. */
  dressed: () => void;
}

/** Hears what changes on the page until the signal aborts. */
export interface Hearing {
  /**
   * Of everything but these parts only the structure. A list that re-sorts all the time tells hundreds of changes a
   * second; once it is to be read they say nothing new, and each costs the page.
   */
  only: (parts: readonly (Element | null)[]) => void;
  all: () => void;
}

export function startHearing({ window, signal, changed, dressed }: HearingOptions): Hearing {
  const { documentElement } = window.document;
  const observer = new window.MutationObserver(changed);
  const dress = new window.MutationObserver(dressed);
  for (const element of window.document.querySelectorAll(":root, body"))
    dress.observe(element, { attributeFilter: ["class", "style"] });
  const stop = () => {
    observer.disconnect();
    dress.disconnect();
  };
  signal.addEventListener("abort", stop, { once: true });
  const all = () => {
    if (!signal.aborted) observer.observe(documentElement, ALL);
  };
  all();
  return {
    all,
    only(parts) {
      if (signal.aborted) return;
      for (const part of parts) if (part) observer.observe(part, ALL);
      observer.observe(documentElement, STRUCTURE);
    },
  };
}
