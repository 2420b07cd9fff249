import { startHearing } from "./hearing.ts";
import type { PageFrames } from "./page-frames.ts";
import type { Changes, PageReading, Stale } from "./page-reader.ts";

/** A new name is looked at at once; messages and rows may gather for a moment. */
const GAPS = { header: 16, pane: 150, list: 400 } as const;
/** While the page changes again and again, unless another conversation is just coming up. */
const BUSY_GAPS = { header: 16, pane: 2_000, list: 2_000 } as const;
const BUSY_LOOKS = 3;
const BUSY_MS = 5_000;
/** So long after another conversation came up it may be uncertain which one it is, and is looked at as on a quiet page. */
const TURN_MS = 3_000;
/** After an address that moved the page mostly shows something else, and tells of that; else it is looked at then. */
const MOVED_MS = 100;
/** What tabs and details say of a conversation that is certain can come along with more. */
const LATER_MS = 1_000;
/** Looking for parts that the page does not show yet: soon while it loads, then ever less often. */
const MISSING_MS = { first: 40, last: 500 } as const;
const SLOW_MS = 1_000;
/** Timers may come this much before the clock says so. */
const EARLY_MS = 4;
/** A slow look waits for a moment in which the page has nothing to do, at most this long. */
const IDLE_MS = 500;
/**
 * What slow looks read anew besides the address, one part each: whatever no mutation told of the open conversation is
 * found within 3 s, of the rest within 12 s; a second later on a page that is read again and again.
 */
const OPEN_PARTS = ["header", "pane"] as const;
const OTHER_PARTS = ["places", "list", "tabs", "details"] as const;
const SLOW_PARTS = OTHER_PARTS.flatMap((other) => [...OPEN_PARTS, other]);
/** More changes of a part than this are not followed one by one: all of it is compared. */
const MOST_NODES = 100;

export interface LookingOptions {
  window: Window & typeof globalThis;
  signal: AbortSignal;
  now: () => number;
  frames: PageFrames;
  look: () => void;
  /** What stands in the composer has changed: no look is needed for that. */
  typed: () => void;
  page: () => PageReading | null;
  /** It is certain which conversation is open. */
  isCertain: () => boolean;
}

export interface Looking {
  /** Looks within so many milliseconds, in a task of its own. */
  within: (ms: number) => void;
  /** The parts that are to be read now, and what was told to have changed in them; `all` takes those that gather too. */
  take: (all: boolean) => Changes;
  /** Nothing of the last look can be relied on: the next one reads all. */
  doubt: () => void;
  /** Looks now if something was told to have changed in the open conversation and is not read yet. */
  catchUp: () => void;
}

type Gap = keyof typeof GAPS;

interface Pending {
  dueAt: number;
  nodes: Set<Node> | null;
  /** A mutation told; else only a slow look asks. */
  isTold: boolean;
}

const parts = ({
  list,
  header,
  region,
  composer,
  tabs,
  details,
}: PageReading["places"]): (Element | null)[] => [list, header, region, composer, tabs, details];

/** A moment in which the page has nothing to do; at once where the window cannot tell. */
function whenIdle(window: Window, work: () => void): void {
  // safe because: the function is looked for before it is called; Safari's windows and saved pages have none.
  const ask = Reflect.get(window, "requestIdleCallback") as Window["requestIdleCallback"] | undefined;
  if (ask) ask.call(window, work, { timeout: IDLE_MS });
  else work();
}

/**
 * Decides when to look: soon after the page changes, each second in any case, and when somebody asks. Mutations are
 * only sorted by the part they fall into; nothing of the page is searched for them.
 */
export function startLooking(options: LookingOptions): Looking {
  const { window, signal, now, frames, look, typed, page, isCertain } = options;
  const pending = new Map<Stale, Pending>([
    ["everything", { dueAt: Number.NEGATIVE_INFINITY, nodes: null, isTold: true }],
  ]);
  const readAt = new Map<Stale, number>();
  let timer: number | null = null;
  let leave: (() => void) | null = null;
  let dueAt = Number.POSITIVE_INFINITY;
  let turnedAt = Number.NEGATIVE_INFINITY;
  let isTyped = false;
  let isHushed = false;
  /** Parts of which the mutations at hand have told. */
  const batch = new Set<Stale>();
  let slowLooks = 0;
  /** Looks for missing parts since all were there, or since another address. */
  let misses = 0;
  /** When something that a mutation told of was read last. */
  let looks: readonly number[] = [];

  const gapOf = (part: Gap): number => {
    const at = now();
    const isBusy = looks.length === BUSY_LOOKS && at - (looks[0] ?? at) < BUSY_MS;
    const isTurning = at - turnedAt < TURN_MS && !isCertain();
    return (isBusy && !isTurning ? BUSY_GAPS : GAPS)[part];
  };
  const cancel = () => {
    if (timer !== null) window.clearTimeout(timer);
    leave?.();
    timer = leave = null;
    dueAt = Number.POSITIVE_INFINITY;
  };
  const run = () => {
    if (!signal.aborted) look();
  };
  /** What gives the overlay its place, or tells whose conversation it is, waits for nothing. */
  const isUrgent = () => pending.has("everything") || pending.has("places") || !isCertain();
  const runInFrame = () => {
    timer = null;
    if (isUrgent()) run();
    else leave = frames.join(run);
  };
  const within = (ms: number) => {
    const at = now() + Math.max(0, ms);
    if (signal.aborted || at >= dueAt) return;
    cancel();
    dueAt = at;
    if (ms > 0 || isUrgent()) timer = window.setTimeout(runInFrame, Math.max(0, ms));
    else runInFrame();
  };
  /** @param node what has changed; null for all of the part */
  const mark = (part: Stale, at: number, node: Node | null, isTold = true) => {
    const old = pending.get(part);
    const isKnown = node !== null && old?.nodes !== null && (old?.nodes.size ?? 0) < MOST_NODES;
    pending.set(part, {
      dueAt: Math.min(old?.dueAt ?? Number.POSITIVE_INFINITY, at),
      nodes: isKnown ? (old?.nodes ?? new Set<Node>()).add(node) : null,
      isTold: isTold || old?.isTold === true,
    });
  };
  const after = (part: Stale, gap: Gap, node: Node | null, atLeast = 0) => {
    const known = pending.get(part);
    // Told of in this batch already: hundreds of records say the same.
    if (batch.has(part) && known && (known.nodes === null || (node !== null && known.nodes.has(node))))
      return;
    batch.add(part);
    const last = readAt.get(part) ?? Number.NEGATIVE_INFINITY;
    const at = Math.max(now() + atLeast, last + gapOf(gap));
    mark(part, at, node);
    within((pending.get(part)?.dueAt ?? 0) - now());
    if (part === "list" && at - now() > GAPS.list) hush();
  };
  /** A list that is read in a while is not heard until then, and is compared whole. */
  const hush = () => {
    const reading = page();
    if (isHushed || !reading) return;
    const { pane, composer, details, tabs } = reading.places;
    isHushed = true;
    mark("list", Number.POSITIVE_INFINITY, null);
    hearing.only([pane, composer, reading.header.element, details, tabs]);
  };
  const take: Looking["take"] = (all) => {
    const at = now();
    const isDue = (part: Stale) => (pending.get(part)?.dueAt ?? Number.POSITIVE_INFINITY) <= at + EARLY_MS;
    // A new name is compared with the row that is selected now, and comes with messages of its own: never one alone.
    const isTurning = pending.get("header")?.isTold === true;
    const isAll = all || isTurning || isDue("everything");
    const taken = new Map<Stale, Set<Node> | null>();
    cancel();
    let isTold = false;
    for (const [part, { dueAt: due, nodes, isTold: isOne }] of pending) {
      if (!isAll && !isDue(part)) {
        within(due - at);
        continue;
      }
      pending.delete(part);
      readAt.set(part, at);
      taken.set(part, nodes);
      isTold ||= isOne;
    }
    if (taken.has("everything") || taken.has("places")) misses += 1;
    if (taken.has("everything")) for (const part of SLOW_PARTS) readAt.set(part, at);
    if (isTold) looks = [...looks, at].slice(-BUSY_LOOKS);
    if (isHushed && (["list", "places", "everything"] as const).some((part) => taken.has(part))) {
      isHushed = false;
      hearing.all();
    }
    return taken;
  };

  /** Into which part a change falls; the part is read again at a look soon. */
  const follow = (record: MutationRecord): void => {
    const { target } = record;
    const places = page()?.places;
    const isIn = (part: Element | null | undefined) => part?.contains(target) === true;
    if (!places) return outside(record, places);
    // What names a part is gone from it, or names something around it now.
    const isName = record.attributeName?.startsWith("data-") === true;
    if (isName && parts(places).some((part) => target.contains(part))) after("places", "pane", null);
    if (isIn(places.list)) return after("list", "list", target);
    if (isIn(places.region)) return after("pane", "pane", target);
    if (isIn(places.composer)) {
      isTyped = true;
      return;
    }
    if (isIn(places.pane) || isIn(page()?.header.element)) {
      turnedAt = now();
      return after("header", "header", null);
    }
    const later = isCertain() ? LATER_MS : 0;
    if (isIn(places.details)) return after("details", "list", null, later);
    if (isIn(places.tabs)) return after("tabs", "pane", null, later);
    return outside(record, places);
  };
  /** Elsewhere on the page only a part that went, or one that is still missing, matters. */
  const outside = (
    { addedNodes, removedNodes }: MutationRecord,
    places: PageReading["places"] | undefined,
  ): void => {
    if (addedNodes.length + removedNodes.length === 0) return;
    const sought = [places?.list, places?.region, places?.header];
    if (sought.every(Boolean)) misses = 0;
    if (sought.some((part) => part?.isConnected === false)) after("everything", "header", null);
    else if (sought.some((part) => !part)) {
      const seenAt = readAt.get("places") ?? Number.NEGATIVE_INFINITY;
      const gap = Math.min(MISSING_MS.last, MISSING_MS.first * 2 ** misses);
      mark("places", Math.max(now(), seenAt + gap), null);
      within((pending.get("places")?.dueAt ?? 0) - now());
    }
  };

  const changed = (records: readonly MutationRecord[]) => {
    batch.clear();
    let last: Node | null = null;
    for (const record of records) {
      // One change of the page comes as many records of the same element.
      if (record.target !== last || record.type === "childList") follow(record);
      last = record.target;
    }
    if (isTyped) typed();
    isTyped = false;
    frames.changed();
  };
  const dressed = () => {
    after("header", "header", null);
    frames.changed();
  };
  const hearing = startHearing({ window, signal, changed, dressed });
  const slowLook = () => {
    if (signal.aborted) return;
    const part = SLOW_PARTS[slowLooks++ % SLOW_PARTS.length];
    if (part) mark(part, now(), null, false);
    // On a page that is read again and again it comes along.
    if (dueAt > now() + SLOW_MS) run();
  };
  const slow = window.setInterval(() => whenIdle(window, slowLook), SLOW_MS);
  const moved = () => {
    misses = 0;
    turnedAt = now();
    mark("header", now() + MOVED_MS, null, false);
    within(MOVED_MS);
  };
  window.addEventListener("popstate", moved, { signal });
  // safe because: where the Navigation API is missing there is nothing to listen to.
  const navigation = Reflect.get(window, "navigation") as EventTarget | undefined;
  navigation?.addEventListener("navigatesuccess", moved, { signal });
  signal.addEventListener(
    "abort",
    () => {
      window.clearInterval(slow);
      cancel();
    },
    { once: true },
  );
  return {
    within,
    take,
    doubt: () => mark("everything", now(), null),
    catchUp() {
      const pane = pending.get("pane");
      if (!pane?.isTold) return;
      pane.dueAt = now();
      run();
    },
  };
}
