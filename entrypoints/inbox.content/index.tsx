import { browser } from "wxt/browser";
import { createShadowRootUi } from "wxt/utils/content-script-ui/shadow-root";
import { defineContentScript } from "wxt/utils/define-content-script";
import barCss from "#components/bar/bar.css?inline";
import panelCss from "#components/bar/panel.css?inline";
import rowsCss from "#components/rows/rows.css?inline";
import themeCss from "#components/theme.css?inline";
import { features } from "#lib/features/registry.ts";
import { onMessage, sendMessage } from "#lib/messages.ts";
import { HOST_NAME } from "#lib/overlay/guard.ts";
import { createSend } from "#lib/overlay/send.ts";
import { startOverlay } from "#lib/overlay/start.tsx";

import.meta.glob("#lib/features/*.{ts,tsx}", { eager: true });

const isAlive = () => browser.runtime?.id !== undefined;
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export default defineContentScript({
  matches: ["https://business.facebook.com/*"],
  runAt: "document_end",
  cssInjectionMode: "manual",
  async main(ctx) {
    const { signal } = ctx;
    const send = createSend({ deliver: sendMessage, isAlive, pause });
    const ui = await createShadowRootUi(ctx, {
      name: HOST_NAME,
      position: "inline",
      anchor: "body",
      css: [themeCss, barCss, panelCss, rowsCss].join("\n"),
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
          isAlive,
          listen: (listener, until) =>
            until.addEventListener(
              "abort",
              onMessage("changed", ({ data }) => listener(data)),
              { once: true },
            ),
          features: features.all(),
        }),
    });
    ui.mount();
  },
});
