import type { Browser } from "puppeteer-core";
import { BidiBrowser } from "puppeteer-core/internal/bidi/Browser.js";
import { ADDON } from "./firefox-prefs.ts";

/** Ends an event page at once, whatever keeps it alive: the browser's own test hook, not the idle timer. */
const TERMINATE = `WebExtensionPolicy.getByID(${JSON.stringify(ADDON)})
  .extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true })
  .then(() => "ended")`;

/** A window of the browser itself, which `--remote-allow-system-access` opens to us. */
interface Windows {
  result: { contexts: { context: string }[] };
}

// safe because Firefox answers browsingContext.getTree in this shape whatever its scope
const asWindows = (answer: unknown): Windows => answer as Windows;
// safe because Firefox takes its own parameter beside the standard's
const ownScope = (): never => ({ "moz:scope": "chrome" }) as never;

export async function endBackground(browser: Browser): Promise<void> {
  if (!(browser instanceof BidiBrowser)) throw new TypeError("Firefox speaks WebDriver BiDi or nothing");
  const { connection } = browser;
  const windows = asWindows(await connection.send("browsingContext.getTree", ownScope()));
  const [window] = windows.result.contexts;
  if (!window) throw new Error("Firefox has no window");
  const { result } = await connection.send("script.evaluate", {
    expression: TERMINATE,
    target: { context: window.context },
    awaitPromise: true,
  });
  if (result.type !== "success") throw new Error(`The background did not end: ${JSON.stringify(result)}`);
}
