import type { PageReading, Stale } from "./page-reader.ts";

/** A new name is looked at at once; messages and rows may gather for a moment. */
const GAPS = { header: 0, pane: 150, list: 400 } as const;
/** While the page changes again and again, unless another conversation is just coming up. */
const BUSY_GAPS = { header: 0, pane: 600, list: 1_200 } as const;
const BUSY_LOOKS = 3;
const BUSY_MS = 1_500;
const TURN_MS = 600;
/** Looking for parts that the page does not show yet. */
const MISSING_MS = 500;
const SLOW_MS = 1_000;
/** Everything is read anew this often where all parts are there, and at each slow look where one is not. */
const FULL_MS = 3_000;

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
  /** What stands in the composer has changed: no look is needed for that. */
  typed: () => void;
  page: () => PageReading | null;
}

export interface Looking {
  /** Looks within so many milliseconds, in a task of its own. */
  within: (ms: number) => void;
  /** The parts that have gathered since the last look: they are read again. */
  take: () => ReadonlySet<Stale>;
  /** Nothing of the last look can be relied on: the next one reads all. */
  doubt: () => void;
}

const isWhole = (places: PageReading["places"] | undefined): boolean =>
  places !== undefined &&
  [places.list, places.header, places.region, places.composer, places.tabs].every(
    (part) => part?.isConnected === true,
  );

/**
 * Decides when to look: soon after the page changes, each second in any case, and when somebody asks. Mutations are
 * only sorted by the part they fall into; nothing of the page is searched for them.
 */
export function startLooking(options: LookingOptions): Looking {
  const { window, signal, now, look, typed, page } = options;
  let stale = new Set<Stale>(["everything"]);
  let timer: number | null = null;
  let dueAt = Number.POSITIVE_INFINITY;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let listedAt = Number.NEGATIVE_INFINITY;
  let fullAt = Number.NEGATIVE_INFINITY;
  let turnedAt = Number.NEGATIVE_INFINITY;
  let isTyped = false;
  /** When the last looks were. */
  let looks: readonly number[] = [];

  const gapOf = (part: keyof typeof GAPS): number => {
    const at = now();
    const isBusy = looks.length === BUSY_LOOKS && at - (looks[0] ?? at) < BUSY_MS;
    return (isBusy && at - turnedAt >= TURN_MS ? BUSY_GAPS : GAPS)[part];
  };
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
    looks = [...looks, lookedAt].slice(-BUSY_LOOKS);
    if (taken.has("everything")) fullAt = lookedAt;
    // Rows gather on while messages are looked at; a new name is compared with the row that is selected now.
    const gap = gapOf("list");
    const isEarly = lookedAt - listedAt < gap && !taken.has("everything") && !taken.has("header");
    if (isEarly && taken.delete("list")) {
      stale.add("list");
      within(listedAt + gap - lookedAt);
    } else if (taken.has("list") || taken.has("everything")) listedAt = lookedAt;
    return taken;
  };
  const run = () => {
    if (!signal.aborted) look();
  };
  const within = (ms: number) => {
    const at = now() + Math.max(0, ms);
    if (signal.aborted || at >= dueAt) return;
    cancel();
    dueAt = at;
    timer = window.setTimeout(run, Math.max(0, ms));
  };
  const after = (part: keyof typeof GAPS) => within(lookedAt + gapOf(part) - now());

  /** Into which part a change falls; the part is read again at the next look. */
  const partOf = (record: MutationRecord): keyof typeof GAPS | null => {
    const { target } = record;
    const places = page()?.places;
    const isIn = (part: Element | null | undefined) => part?.contains(target) === true;
    const read = (part: Stale, gap: keyof typeof GAPS) => {
      stale.add(part);
      return gap;
    };
    if (!places) return partOutside(record, places);
    if (isIn(places.list)) return read("list", "list");
    if (isIn(places.region)) return read("pane", "pane");
    if (isIn(places.composer)) {
      isTyped = true;
      return null;
    }
    if (isIn(places.pane) || isIn(page()?.header.element)) {
      turnedAt = now();
      return read("header", "header");
    }
    if (isIn(places.details)) return read("details", "list");
    if (isIn(places.tabs)) return read("tabs", "pane");
    return partOutside(record, places);
  };
  /** Elsewhere on the page only a part that went, or one that is still missing, matters. */
  const partOutside = (
    { addedNodes, removedNodes }: MutationRecord,
    places: PageReading["places"] | undefined,
  ): "header" | null => {
    if (addedNodes.length + removedNodes.length === 0) return null;
    const parts = [places?.list, places?.region, places?.header];
    if (parts.some((part) => part?.isConnected === false)) {
      stale.add("everything");
      return "header";
    }
    if (parts.some((part) => !part)) {
      stale.add("everything");
      within(fullAt + MISSING_MS - now());
    }
    return null;
  };

  const observer = new window.MutationObserver((records) => {
    const changed = new Set<keyof typeof GAPS>();
    let last: Node | null = null;
    for (const record of records) {
      // One change of the page comes as many records of the same element.
      const part = record.target === last && record.type !== "childList" ? null : partOf(record);
      if (part !== null) changed.add(part);
      last = record.target;
    }
    for (const part of changed) after(part);
    if (isTyped) typed();
    isTyped = false;
  });
  observer.observe(window.document.documentElement, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: ATTRIBUTES,
  });
  const slow = window.setInterval(() => {
    if (now() - fullAt >= FULL_MS || !isWhole(page()?.places)) stale.add("everything");
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
