import type { Browser } from "puppeteer-core";
import { BidiBrowser } from "puppeteer-core/internal/bidi/Browser.js";
import { ADDON } from "./firefox-prefs.ts";

/** A window of the browser itself, which `--remote-allow-system-access` opens to us. */
interface Windows {
  result: { contexts: { context: string }[] };
}

// safe because Firefox answers browsingContext.getTree in this shape whatever its scope
const asWindows = (answer: unknown): Windows => answer as Windows;
// safe because Firefox takes its own parameter beside the standard's
const ownScope = (): never => ({ "moz:scope": "chrome" }) as never;

async function runInWindow(browser: Browser, expression: string): Promise<void> {
  if (!(browser instanceof BidiBrowser)) throw new TypeError("Firefox speaks WebDriver BiDi or nothing");
  const { connection } = browser;
  const windows = asWindows(await connection.send("browsingContext.getTree", ownScope()));
  // The newest: an older one may be closing.
  const window = windows.result.contexts.at(-1);
  if (!window) throw new Error("Firefox has no window");
  const { result } = await connection.send("script.evaluate", {
    expression,
    target: { context: window.context },
    awaitPromise: true,
  });
  if (result.type !== "success") throw new Error(`Firefox itself refused: ${JSON.stringify(result)}`);
}

/** Ends an event page at once, whatever keeps it alive: the browser's own test hook, not the idle timer. */
export const endBackground = (browser: Browser): Promise<void> =>
  runInWindow(
    browser,
    `WebExtensionPolicy.getByID(${JSON.stringify(ADDON)}).extension
      .terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true })`,
  );

/** Removes the add-on, and what it and some origins stored, which a test's prefs keep otherwise. */
export const uninstall = (browser: Browser, origins: readonly string[]): Promise<void> =>
  runInWindow(
    browser,
    `(async () => {
      const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
      await (await AddonManager.getAddonByID(${JSON.stringify(ADDON)})).uninstall();
      // The add-on's storage area lies in a container of its own.
      const AREA = { userContextId: 0xffffffff };
      const { createContentPrincipal } = Services.scriptSecurityManager;
      for (const origin of ${JSON.stringify(origins)}) for (const place of [{}, AREA]) await new Promise((resolve, reject) =>
        Services.clearData.deleteDataFromPrincipal(
          createContentPrincipal(Services.io.newURI(origin), place),
          false,
          Ci.nsIClearDataService.CLEAR_DOM_STORAGES,
          { onDataDeleted: (failed) => (failed === 0 ? resolve() : reject(new Error(origin))) },
        ));
    })()`,
  );

/** Takes the focus from the address bar, where a fresh tab has it, into the page. */
export const focusPage = (browser: Browser): Promise<void> =>
  runInWindow(
    browser,
    `Services.wm.getMostRecentWindow("navigator:browser").gBrowser.selectedBrowser.focus()`,
  );
