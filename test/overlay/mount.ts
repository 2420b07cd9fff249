import { act } from "preact/test-utils";
import { features } from "#lib/features/registry.ts";
import { reportPage } from "#lib/inbox/censor.ts";
import type { InboxReading } from "#lib/inbox/reading.ts";
import { HOST_NAME } from "#lib/overlay/guard.ts";
import type { Overlay } from "#lib/overlay/overlay.ts";
import { startOverlay } from "#lib/overlay/start.tsx";
import type { ListenToChanges } from "#lib/overlay/threads.ts";
import { createBackground, type FakeBackground } from "./background.ts";

import.meta.glob("#lib/features/*.{ts,tsx}", { eager: true });

/** What a window without layout lacks. */
class NoResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

export interface Mounted {
  overlay: Overlay;
  background: FakeBackground;
  root: ShadowRoot;
  host: HTMLElement;
  /** What the page shows now, though nobody has looked yet. */
  turn: (reading: InboxReading) => void;
  /** Tells the page that something changed in the background. */
  tell: Parameters<ListenToChanges>[0];
  /** Runs what it is given and lets everything that follows happen. */
  settle: (change?: () => void) => Promise<void>;
  button: (name: string | RegExp) => HTMLButtonElement;
  /** Text of the bar as one line. */
  text: () => string;
  /** A key of ours, as the guard gives it. */
  key: (code: string) => boolean;
  end: () => void;
}

const spoken = (node: Node): string =>
  node instanceof Element && node.getAttribute("aria-hidden") === "true"
    ? ""
    : node.childNodes.length > 0
      ? [...node.childNodes].map(spoken).join("")
      : (node.nodeValue ?? "");

const nameOf = (element: Element): string =>
  (element.getAttribute("aria-label") ?? spoken(element)).replaceAll(/\s+/g, " ").trim();

const fits = (name: string, wanted: string | RegExp): boolean =>
  typeof wanted === "string" ? name === wanted : wanted.test(name);

/** Frames come when a test lets everything happen. */
const asked: FrameRequestCallback[] = [];
const frame = () => {
  for (const run of asked.splice(0)) run(performance.now());
};

const turns = async () => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
};

/** The overlay with all its features on a bare page, before a background in memory. */
export async function mount(
  background: FakeBackground = createBackground(),
  now = Date.now,
): Promise<Mounted> {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true, ResizeObserver: NoResizeObserver });
  document.elementFromPoint ??= () => null;
  window.requestAnimationFrame = (run) => asked.push(run);
  const host = document.createElement(HOST_NAME);
  const root = host.attachShadow({ mode: "open" });
  const container = document.createElement("div");
  root.append(container);
  document.body.append(host);
  const stop = new AbortController();
  let tell: Mounted["tell"] | null = null;
  let seed = 0;
  let latest: InboxReading | null = null;

  let overlay: Overlay | undefined;
  const settle: Mounted["settle"] = async (change) => {
    await act(async () => {
      change?.();
      await turns();
    });
    await act(async () => {
      overlay?.pageFrames.changed();
      frame();
      await turns();
      frame();
    });
  };
  await settle(() => {
    overlay = startOverlay({
      window,
      host,
      root,
      container,
      signal: stop.signal,
      now,
      random: (bytes) => Uint8Array.from({ length: bytes }, () => seed++ % 251),
      send: background.send,
      unsent: { keep: async () => {}, drop: async () => {} },
      isAlive: () => true,
      listen: (listener) => {
        tell = listener;
      },
      features: features.all(),
      attach: (overlay) => ({
        look: () => latest && overlay.read(latest),
        catchUp: () => latest && overlay.read(latest),
        report: () => latest && reportPage(document, "", latest.health, {}),
        pack: () => ({ revision: "2026-11-1", isTeams: false }),
        async insert(text, isStillOpen) {
          const composer = overlay.store.get().reading?.place.composer;
          if (!isStillOpen()) return { inserted: false, because: "moved_on" };
          if (!(composer instanceof HTMLTextAreaElement)) return { inserted: false, because: "no_composer" };
          composer.value += text;
          return { inserted: true, because: "verified" };
        },
      }),
    });
  });
  if (!overlay) throw new Error("The overlay did not start.");
  const { keys } = overlay;

  return {
    overlay,
    background,
    root,
    host,
    turn: (reading) => {
      latest = reading;
    },
    tell: (change) => tell?.(change),
    settle,
    button(name) {
      const found = [...root.querySelectorAll("button")].find((button) => fits(nameOf(button), name));
      if (!found) throw new Error(`There is no button ${String(name)}: ${root.textContent}`);
      return found;
    },
    text: () => (root.querySelector(".bar")?.textContent ?? "").replaceAll(/\s+/g, " "),
    key: (code) => keys.press(code),
    end() {
      act(() => stop.abort());
      host.remove();
    },
  };
}
