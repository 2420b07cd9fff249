import { createRoot } from "react-dom/client";
import type { InboxReading } from "#lib/inbox/reading.ts";
import { OverlayView } from "./bar.tsx";
import { startBarKeys } from "./bar-keys.ts";
import { type Feature, startFeatures } from "./feature.ts";
import { HOST_NAME, sharedGuard } from "./guard.ts";
import { createOverlay, type Overlay, type PageHands } from "./overlay.ts";
import type { Send } from "./send.ts";
import { type ListenToChanges, startThreads } from "./threads.ts";
import type { Unsent } from "./unsent.ts";

interface OverlayParts {
  window: Window & typeof globalThis;
  /** The element on the page's body, its shadow tree, and the element in it that we draw into. */
  host: HTMLElement;
  root: ShadowRoot;
  container: HTMLElement;
  signal: AbortSignal;
  now: () => number;
  random: (bytes: number) => Uint8Array;
  send: Send;
  unsent: Unsent;
  /** Whether this script still belongs to a living extension. */
  isAlive: () => boolean;
  listen: ListenToChanges;
  features: readonly Feature[];
  /** Begins to watch the page, feeds the overlay what it reads, and does there what the overlay asks. */
  attach: (overlay: Overlay) => PageHands;
}

/** Whose words are on the page: its theme, direction and font are ours too. */
function dress({ container, host, window }: OverlayParts, reading: InboxReading): void {
  host.dataset["theme"] = reading.theme;
  container.dir = reading.dir;
  container.style.setProperty("--page-font", window.getComputedStyle(window.document.body).fontFamily);
}

/** An update of the extension may leave the element of a script that is gone (Firefox starts the new one at once). */
function removeOthers({ window, host }: OverlayParts): void {
  for (const other of window.document.querySelectorAll(HOST_NAME)) if (other !== host) other.remove();
}

/** Draws the overlay, starts its features, and then the watch over the page. */
export function startOverlay(parts: OverlayParts): Overlay {
  const { window, root, container, signal, listen, features } = parts;
  removeOthers(parts);
  const guard = sharedGuard(window, signal);
  let page: PageHands | null = null;
  const overlay = createOverlay({ ...parts, guard, page: () => page });
  const drawing = createRoot(container);
  signal.addEventListener("abort", () => drawing.unmount(), { once: true });

  container.className = "rung";
  let last: InboxReading | null = null;
  const follow = () => {
    const { reading } = overlay.store.get();
    if (reading && (reading.theme !== last?.theme || reading.dir !== last.dir)) dress(parts, reading);
    last = reading;
  };
  signal.addEventListener("abort", overlay.store.subscribe(follow), { once: true });
  const checkLife = () => {
    if (!parts.isAlive()) overlay.store.set({ isOrphan: true });
  };
  signal.addEventListener("abort", overlay.clock.subscribe(checkLife), { once: true });
  startBarKeys(overlay, root, signal);
  startThreads(overlay, listen, signal);
  startFeatures(features, overlay, signal);
  drawing.render(<OverlayView overlay={overlay} features={features} />);
  page = parts.attach(overlay);
  return overlay;
}
