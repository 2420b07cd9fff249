import type { SuiteConfig } from "#test/business-suite/config.ts";
import type { SuiteDriver } from "#test/business-suite/suite.ts";
import type { BrowserName } from "./browser-places.ts";
import type { Sight } from "./look.ts";
import type { Target } from "./target.ts";

export type { Sight } from "./look.ts";
export type { Target } from "./target.ts";

export interface Waiting {
  /** Ms until it is given up; default 20,000. */
  within?: number;
}

export interface Clicking extends Waiting {
  button?: "left" | "right";
  count?: 1 | 2;
  /** Where in the target's box, from its top left corner; default its middle. */
  at?: { x: number; y: number };
}

/** One tab, the same in both browsers. Mouse and keys are the browser's own, never events made by script. */
export interface Tab {
  url(): Promise<string>;
  goto(url: string): Promise<void>;
  reload(): Promise<void>;

  /** Waits until the target is the only one, stands still and nothing lies over it; then moves there and clicks. */
  click(target: Target, options?: Clicking): Promise<void>;
  hover(target: Target, options?: Waiting): Promise<void>;
  /** Turns the wheel over the left edge of a target. */
  wheel(target: Target, by: number): Promise<void>;
  /** A chord: `Alt+Shift+Digit3`, `Enter`, `Control+z`; letters and digits also by code (`KeyJ`, `Digit1`). */
  press(chord: string): Promise<void>;
  /** Types into whatever has the focus, key by key. */
  type(text: string): Promise<void>;
  /** Clicks a field, empties it and types. */
  write(target: Target, text: string): Promise<void>;

  /** The visible text of a target (a field's value), once it is there. */
  read(target: Target, options?: Waiting): Promise<string>;
  /** How many visible elements fit, now. */
  count(target: Target): Promise<number>;
  /** Box, text, attributes and focus of a target as it is now, there or not. */
  see(target: Target): Promise<Sight>;
  /** Waits for a target that is there and visible (`count` of them, if given). */
  waitFor(target: Target, options?: Waiting & { count?: number }): Promise<void>;
  waitGone(target: Target, options?: Waiting): Promise<void>;
  /** Asks until the answer is truthy, and gives it; `what` is what the error says was awaited. */
  waitUntil<T>(ask: () => T | Promise<T>, what: string, options?: Waiting): Promise<NonNullable<T>>;

  /** Runs a function in the page's own world; it must stand alone. */
  evaluate<T, A>(run: (given: A) => T | Promise<T>, given?: A): Promise<T>;
  /** Calls a verb of the stand-in's `window.suite`. */
  suite<V extends keyof SuiteDriver>(
    verb: V,
    ...given: Parameters<SuiteDriver[V]>
  ): Promise<Awaited<ReturnType<SuiteDriver[V]>>>;

  /** A PNG of what is seen, also written to `path` where one is given. */
  screenshot(path?: string): Promise<Uint8Array>;
  resize(width: number, height: number): Promise<void>;
  bringToFront(): Promise<void>;
  close(): Promise<void>;
}

export interface InboxPlace {
  /** `all` (default), `messenger`, `instagram_direct`, `wec`, … */
  section?: string;
  /** The Page, where it is not the config's: another one of the same business. */
  asset?: string;
  /** The conversation of a deep link. */
  selected?: { id: string; channel: string };
}

/** A browser with the production build in a profile of its own. */
export interface TestBrowser {
  readonly name: BrowserName;
  /** `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
  readonly extensionUrl: string;
  /** The stand-in at `https://business.facebook.com/latest/inbox/…`, ready; each tab may have a config of its own. */
  openInbox(config?: Partial<SuiteConfig>, place?: InboxPlace): Promise<Tab>;
  /** Another address on Meta's host, or any page that the stand-in answers; not waited for. */
  openTab(url: string, config?: Partial<SuiteConfig>): Promise<Tab>;
  /** `popup.html`, `options.html`, `sidepanel.html`, … in a tab. */
  openExtension(page: string): Promise<Tab>;
  /** All tabs, also those that the extension opened. */
  tabs(): Promise<Tab[]>;
  /** Ends the background at once; the next message or alarm starts it anew. */
  killBackground(): Promise<void>;
  /** Closes the browser and opens it again on the same profile; earlier tabs are gone. */
  restart(): Promise<void>;
  /** As just launched: every tab closed, the extension installed anew, nothing kept of it or of Meta's host. */
  renew(): Promise<void>;
  /** Waits until somebody closes the window. */
  ended(): Promise<void>;
  /** Closes it and removes what it kept. */
  close(): Promise<void>;
}

export interface Launching {
  name: BrowserName;
  executable: string;
  /** Default true. */
  headless?: boolean;
  /** Default 1280 x 800. */
  size?: { width: number; height: number };
  /** The extension's folder, unpacked; default the production build. */
  extension?: string;
  /** Default true: a signal to this process ends the browser and then this process. */
  endsOnSignals?: boolean;
}
