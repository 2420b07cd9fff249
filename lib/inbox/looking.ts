import type { PageReading, Stale } from "./page-reader.ts";

/** A new name is looked at in the next frame; messages and rows may gather for a moment. */
const GAPS = { header: 0, pane: 150, list: 400 } as const;
/** Looking for parts that the page does not show yet. */
const MISSING_MS = 500;
const SLOW_MS = 1_000;

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

export interface LookingOptions {
  window: Window & typeof globalThis;
  signal: AbortSignal;
  now: () => number;
  look: () => void;
  page: () => PageReading | null;
}

export interface Looking {
  /** Looks within so many milliseconds, in a frame of its own. */
  within: (ms: number) => void;
  /** The parts that have gathered since the last look: they are read again. */
  take: () => ReadonlySet<Stale>;
  /** Nothing of the last look can be relied on: the next one reads all. */
  doubt: () => void;
}

/**
 * Decides when to look: soon after the page changes, each second in any case, and when somebody asks. Mutations are
 * only sorted by the part they fall into; nothing of the page is searched for them.
 */
export function startLooking(options: LookingOptions): Looking {
  const { window, signal, now, look, page } = options;
  let stale = new Set<Stale>(["everything"]);
  let timer: number | null = null;
  let dueAt = Number.POSITIVE_INFINITY;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let listedAt = Number.NEGATIVE_INFINITY;
  let fullAt = Number.NEGATIVE_INFINITY;

  const cancel = () => {
    if (timer !== null) window.clearTimeout(timer);
    timer = null;
    dueAt = Number.POSITIVE_INFINITY;
  };
  const take: Looking["take"] = () => {
    const taken = stale;
    stale = new Set();
    lookedAt = now();
    cancel();
    if (taken.has("everything")) fullAt = lookedAt;
    // Rows gather on while messages are looked at; a new name is compared with the row that is selected now.
    const isEarly = lookedAt - listedAt < GAPS.list && !taken.has("everything") && !taken.has("header");
    if (isEarly && taken.delete("list")) {
      stale.add("list");
      within(listedAt + GAPS.list - lookedAt);
    } else if (taken.has("list") || taken.has("everything")) listedAt = lookedAt;
    return taken;
  };
  const run = () => {
    if (!signal.aborted) look();
  };
  const inFrame = () => {
    if (window.document.hidden) run();
    else window.requestAnimationFrame(run);
  };
  const within = (ms: number) => {
    const at = now() + Math.max(0, ms);
    if (signal.aborted || at >= dueAt) return;
    cancel();
    dueAt = at;
    timer = window.setTimeout(inFrame, Math.max(0, ms));
  };
  const after = (part: keyof typeof GAPS) => within(lookedAt + GAPS[part] - now());

  const sort = (record: MutationRecord) => {
    const { target } = record;
    const places = page()?.places;
    const isIn = (part: Element | null | undefined) => part?.contains(target) === true;
    if (places && isIn(places.list)) {
      stale.add("list");
      after("list");
    } else if (places && isIn(places.region)) {
      stale.add("pane");
      after("pane");
    } else if (places && (isIn(places.pane) || isIn(page()?.header.element))) {
      stale.add("header");
      after("header");
    } else if (places && isIn(places.details)) {
      stale.add("details");
      after("list");
    } else if (places && isIn(places.tabs)) {
      stale.add("tabs");
      after("pane");
    } else sortOutside(record, places);
  };
  /** Elsewhere on the page only a part that went, or one that is still missing, matters. */
  const sortOutside = (
    { addedNodes, removedNodes }: MutationRecord,
    places: PageReading["places"] | undefined,
  ) => {
    if (addedNodes.length + removedNodes.length === 0) return;
    const parts = [places?.list, places?.region, places?.header];
    if (parts.some((part) => part?.isConnected === false)) {
      stale.add("everything");
      after("header");
    } else if (parts.some((part) => !part)) {
      stale.add("everything");
      within(fullAt + MISSING_MS - now());
    }
  };

  const observer = new window.MutationObserver((records) => {
    for (const record of records) sort(record);
  });
  observer.observe(window.document.documentElement, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: ATTRIBUTES,
  });
  const slow = window.setInterval(() => {
    stale.add("everything");
    run();
  }, SLOW_MS);
  const moved = () => after("header");
  window.addEventListener("popstate", moved, { signal });
  // safe because: where the Navigation API is missing there is nothing to listen to.
  const navigation = Reflect.get(window, "navigation") as EventTarget | undefined;
  navigation?.addEventListener("navigatesuccess", moved, { signal });
  signal.addEventListener(
    "abort",
    () => {
      observer.disconnect();
      window.clearInterval(slow);
      cancel();
    },
    { once: true },
  );
  return { within, take, doubt: () => void stale.add("everything") };
}
