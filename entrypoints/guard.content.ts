import { defineContentScript } from "wxt/utils/define-content-script";
import { startGuard } from "#lib/overlay/guard.ts";

export default defineContentScript({
  matches: ["https://business.facebook.com/*"],
  runAt: "document_start",
  world: "MAIN",
  main() {
    startGuard(window, new AbortController().signal);
  },
});
