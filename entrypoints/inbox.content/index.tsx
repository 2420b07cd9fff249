import { defineContentScript } from "wxt/utils/define-content-script";
export default defineContentScript({
  matches: ["https://business.facebook.com/*"],
  main() {
    console.log("x");
  },
});
