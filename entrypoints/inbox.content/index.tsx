import { browser } from "wxt/browser";
import { createShadowRootUi } from "wxt/utils/content-script-ui/shadow-root";
import { defineContentScript } from "wxt/utils/define-content-script";
import css from "#components/overlay.css?inline";
import { features } from "#lib/features/registry.ts";
import { insertText, rememberCaret } from "#lib/inbox/compose.ts";
import { isEmpty } from "#lib/inbox/composer.ts";
import { nonceIn } from "#lib/inbox/nonce.ts";
import { createProbe } from "#lib/inbox/probe.ts";
import { watchInbox } from "#lib/inbox/watch.ts";
import { onMessage, sendMessage } from "#lib/messages.ts";
import { reportFault } from "#lib/overlay/feature.ts";
import { HOST_NAME } from "#lib/overlay/guard.ts";
import { startNames } from "#lib/overlay/names.ts";
import type { Overlay, PageHands } from "#lib/overlay/overlay.ts";
import { sayOpen } from "#lib/overlay/say-open.ts";
import { createSend } from "#lib/overlay/send.ts";
import { startOverlay } from "#lib/overlay/start.tsx";
import type { ListenToChanges } from "#lib/overlay/threads.ts";
import { createUnsent } from "#lib/overlay/unsent.ts";
import { pause } from "#lib/pause.ts";

import.meta.glob("#lib/features/*.{ts,tsx}", { eager: true });

const isAlive = () => browser.runtime?.id !== undefined;
const send = createSend({ deliver: sendMessage, isAlive, pause });

const listen: ListenToChanges = (listener, signal) =>
  signal.addEventListener(
    "abort",
    onMessage("changed", ({ data }) => listener(data)),
    { once: true },
  );

/** What the team listens for, before the settings have come. */
const NOT_YET: [] = [];

/** The page's adapter, beside the overlay. */
function attach(overlay: Overlay, signal: AbortSignal): PageHands {
  const nonce = nonceIn(globalThis);
  const probe = nonce === null ? null : createProbe(window, nonce);
  const onFault = (error: unknown) => reportFault(overlay, "inbox", error);
  const composer = () => overlay.store.get().reading?.place.composer ?? null;
  const caret = rememberCaret(window, signal, composer);
  signal.addEventListener(
    "abort",
    onMessage("press", ({ data }) => overlay.press(data)),
    { once: true },
  );
  signal.addEventListener(
    "abort",
    onMessage("composerHolds", () => {
      const open = composer();
      return open !== null && open.isConnected && !isEmpty(open);
    }),
    { once: true },
  );
  signal.addEventListener(
    "abort",
    onMessage("others", ({ data }) => overlay.store.set({ others: data })),
    { once: true },
  );
  const { look, catchUp, report, pack } = watchInbox({
    window,
    signal,
    now: Date.now,
    frames: overlay.pageFrames,
    memory: {
      recall: (asset) => send("recall", { asset }),
      learn: startNames(overlay, signal),
    },
    onReading: overlay.read,
    onFault,
    probe: () => (overlay.store.get().settings?.probe ? probe : null),
    keywords: () => overlay.store.get().settings?.keywords ?? NOT_YET,
    anchors: () => overlay.store.get().settings?.anchors ?? null,
  });
  return {
    look,
    catchUp,
    report,
    pack,
    insert: (text, isStillOpen) =>
      insertText({
        window,
        composer: composer(),
        again: composer,
        text,
        isStillOpen,
        caret: caret(),
        signal,
      }),
  };
}

export default defineContentScript({
  matches: ["https://business.facebook.com/*"],
  runAt: "document_end",
  cssInjectionMode: "manual",
  async main(ctx) {
    const { signal } = ctx;
    const ui = await createShadowRootUi(ctx, {
      name: HOST_NAME,
      position: "inline",
      anchor: "body",
      css,
      onMount: (container, root, host) =>
        startOverlay({
          window,
          host,
          root,
          container,
          signal,
          now: Date.now,
          random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
          send,
          unsent: createUnsent(browser.storage.local),
          isAlive,
          listen,
          features: features.all(),
          attach: (overlay) => attach(overlay, signal),
        }),
    });
    ui.mount();
    sayOpen(window, send, signal);
  },
});
