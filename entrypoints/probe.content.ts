import { defineContentScript } from "wxt/utils/define-content-script";
import { startProbe } from "#lib/inbox/probe-page.ts";

export default defineContentScript({
  matches: ["https://business.facebook.com/*"],
  runAt: "document_start",
  world: "MAIN",
  main() {
    startProbe(window);
  },
});
