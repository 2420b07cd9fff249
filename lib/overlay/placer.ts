import type { InboxReading } from "#lib/inbox/reading.ts";
import type { Overlay } from "./overlay.ts";
import { blockOf, type Box, boxOf, isCovered, isLow, roomFor, standOf } from "./place.ts";
import { createRoom } from "./room.ts";
import { isOneLine, type OverlayState } from "./state.ts";

/** The bar has a place: a conversation is open, or its composer is there already, and neither was thrown away since. */
const hasPlace = (reading: InboxReading | null): reading is InboxReading =>
  reading !== null &&
  reading.surface &&
  (reading.open !== null || reading.place.composer !== null) &&
  [reading.place.composer, reading.place.pane].every((part) => part === null || part.isConnected);

const box = (element: HTMLElement | null): Box | null => element && boxOf(element);

/** A page that draws itself anew has no place for a moment; hidden at once, a field of ours would lose the focus. */
const GRACE_MS = 700;

interface Measured {
  stand: ReturnType<typeof standOf>;
  holder: HTMLElement | null;
  covered: boolean;
  low: boolean;
  /** How high the window is, as far as it shows the page. */
  viewHeight: number;
}

function measure(
  reading: InboxReading,
  { isFolded }: OverlayState,
  host: Element,
  { document, innerWidth }: Window,
): Measured {
  const { composer } = reading.place;
  // A header alone is nothing to stand in: without messages and composer the bar floats.
  const isHeld = composer !== null || reading.health.messages !== "missing";
  const pane = isHeld ? reading.place.pane : null;
  const block = composer && blockOf(composer, pane);
  const { clientWidth, clientHeight } = document.documentElement;
  const viewport = { width: clientWidth || innerWidth, height: clientHeight };
  const ground = { pane: box(pane), block: box(block), viewport };
  const low = isLow(ground, standOf(ground).width);
  return {
    stand: standOf(ground, isOneLine({ isFolded, isLow: low })),
    low,
    viewHeight: clientHeight,
    holder: block ?? pane,
    covered: composer !== null && isCovered(composer, host),
  };
}

/** Keeps the bar beside the composer, wherever the page moves it; runs until the signal aborts. */
export function startPlacer(overlay: Overlay, bar: HTMLElement, signal: AbortSignal): void {
  const { window, host, frames, store } = overlay;
  const makeRoom = createRoom(window.document, signal);
  // The bar's own height moves nothing but the bar.
  const observer = new window.ResizeObserver((entries) =>
    entries.every(({ target }) => target === bar) ? ask() : frames.request(),
  );
  let watched: readonly (Element | null)[] = [];
  let lastRoom = 0;
  let lostAt: number | null = null;
  let timer = 0;

  const watch = (...elements: (Element | null)[]) => {
    if (elements.every((element, index) => element === watched[index])) return;
    observer.disconnect();
    for (const element of elements) if (element) observer.observe(element);
    watched = elements;
  };
  const hide = () => {
    const now = window.performance.now();
    lostAt ??= now;
    window.clearTimeout(timer);
    if (now - lostAt < GRACE_MS && !bar.hidden) {
      timer = window.setTimeout(frames.request, GRACE_MS);
      return;
    }
    bar.hidden = true;
    makeRoom(null, "above", 0);
  };
  const place = () => {
    const state = store.get();
    const { reading } = state;
    if (!host.isConnected) window.document.body.append(host);
    if (!hasPlace(reading)) return hide;
    lostAt = null;
    bar.hidden = false;
    const measured = measure(reading, state, host, window);
    // How high it is hangs on how wide it is, which seldom changes.
    bar.style.left = `${measured.stand.left}px`;
    bar.style.width = `${measured.stand.width}px`;
    const height = bar.offsetHeight;
    return () => put(state, reading, measured, height);
  };
  const put = (
    state: OverlayState,
    reading: InboxReading,
    { stand, holder, covered, low, viewHeight }: Measured,
    height: number,
  ) => {
    if (low !== state.isLow) store.set({ isLow: low });
    bar.style.bottom = `${stand.bottom}px`;
    const room = roomFor(height);
    bar.style.setProperty("--above", `${viewHeight - stand.bottom - height}px`);
    bar.style.visibility = covered ? "hidden" : "visible";
    makeRoom(stand.how === "floating" ? null : holder, stand.how === "end" ? "end" : "above", room);
    watch(bar, holder, reading.place.pane, reading.place.composer);
    // The room just made moves what the bar stands on.
    if (room !== lastRoom) ask();
    lastRoom = room;
  };

  /** What is said of the page changes far more often than where the bar stands. */
  let ground: InboxReading["place"] | null = null;
  const follow = () => {
    const { reading } = store.get();
    const next = hasPlace(reading) ? reading.place : null;
    if (next === ground && host.isConnected) return;
    ground = next;
    frames.request();
  };

  const ask = frames.add(place, signal, (scrolled) =>
    watched.some((one) => one !== bar && scrolled.contains(one)),
  );
  const stop = [store.subscribe(follow), overlay.clock.subscribe(frames.request)];
  signal.addEventListener(
    "abort",
    () => {
      window.clearTimeout(timer);
      observer.disconnect();
      for (const end of stop) end();
    },
    { once: true },
  );
  frames.request();
}
