import type { Launching, TestBrowser } from "./driver.ts";
import { launchChromium } from "./extension-chromium.ts";
import { launchFirefox } from "./extension-firefox.ts";

/** A browser with the extension in a fresh profile; the builds must be there (`ensureBuilt`). */
export const launch = (launching: Launching): Promise<TestBrowser> =>
  launching.name === "chromium" ? launchChromium(launching) : launchFirefox(launching);
