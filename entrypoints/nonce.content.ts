import { defineContentScript } from "wxt/utils/define-content-script";
import { offerNonce } from "#lib/inbox/nonce.ts";

export default defineContentScript({
  matches: ["https://business.facebook.com/*"],
  runAt: "document_start",
  main() {
    offerNonce(globalThis, window, (bytes) => crypto.getRandomValues(new Uint8Array(bytes)));
  },
});
