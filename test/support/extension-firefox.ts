import puppeteer, { type Browser, type KeyInput, type Page } from "puppeteer-core";
import type { SuiteConfig } from "#test/business-suite/config.ts";
import type { Launching, Tab, TestBrowser } from "./driver.ts";
import { endBackground, focusPage, uninstall } from "./firefox-chrome.ts";
import { ADDON_UUID, PREFS } from "./firefox-prefs.ts";
import { makeProfile, startOn } from "./profile.ts";
import { serveFirefox } from "./serve.ts";
import { HOST, inboxUrl } from "./site.ts";
import { createTab, whenReady } from "./tab.ts";

const VIEW = { width: 1280, height: 800 };

/** Firefox with the production build, over WebDriver BiDi. */
export async function launchFirefox(launching: Launching): Promise<TestBrowser> {
  const profile = await makeProfile("firefox", launching.extension);
  const extensionUrl = `moz-extension://${ADDON_UUID}`;
  const configs = new WeakMap<Page, Partial<SuiteConfig>>();
  const served = new WeakMap<Page, Promise<void>>();
  let latest: Partial<SuiteConfig> = {};

  const serve = (page: Page): Promise<void> => {
    const there = served.get(page) ?? serveFirefox(page, () => configs.get(page) ?? latest);
    served.set(page, there);
    return there;
  };
  const start = async () => {
    const browser = await open(launching, profile.data);
    browser.on("targetcreated", (target) => {
      // A tab that is gone before it is served needs no answers.
      void target
        .page()
        .then((page) => page && serve(page))
        .catch(() => undefined);
    });
    await browser.installExtension(profile.extension);
    return browser;
  };
  let browser = await startOn(profile, start);

  const freshPage = async () => {
    const pages = await openPages(browser);
    const page =
      pages.find((one) => one.url() === "about:blank" && !configs.has(one)) ?? (await browser.newPage());
    configs.set(page, latest);
    await serve(page);
    return page;
  };
  const openTab = async (url: string, config: Partial<SuiteConfig>) => {
    latest = config;
    const page = await freshPage();
    await page.goto(url, { waitUntil: "domcontentloaded" });
    const tab = tabOf(page);
    await tab.bringToFront();
    return tab;
  };
  return {
    name: "firefox",
    extensionUrl,
    openTab: (url, config = {}) => openTab(url, config),
    openInbox: async (config = {}, place = {}) => whenReady(await openTab(inboxUrl(config, place), config)),
    async openExtension(path) {
      const tab = tabOf(await freshPage());
      await goToOwn(tab, `${extensionUrl}/${path}`);
      await tab.bringToFront();
      return tab;
    },
    tabs: async () => (await openPages(browser)).map(tabOf),
    killBackground: () => endBackground(browser),
    async restart() {
      await browser.close();
      browser = await start();
    },
    async renew() {
      const pages = await openPages(browser);
      // A small window of the add-on's own may be the only one left, and takes no tabs.
      await browser.newPage({ type: "window" });
      for (const page of pages) await closePage(page);
      await uninstall(browser, [extensionUrl, HOST]);
      await browser.installExtension(profile.extension);
    },
    ended: () => new Promise((resolve) => browser.once("disconnected", () => resolve())),
    async close() {
      await browser.close();
      await profile.remove();
    },
  };
}

function open({ executable, headless = true, size = VIEW }: Launching, data: string): Promise<Browser> {
  return puppeteer.launch({
    browser: "firefox",
    executablePath: executable,
    headless,
    userDataDir: data,
    defaultViewport: headless ? size : null,
    args: ["--remote-allow-system-access", `--width=${size.width}`, `--height=${size.height + 90}`],
    extraPrefsFirefox: PREFS,
  });
}

/** Firefox never says that a page of an extension is gone, so it is kept who was closed. */
const closed = new WeakSet<Page>();

async function closePage(page: Page): Promise<void> {
  closed.add(page);
  await page.close();
}

const openPages = async (browser: Browser): Promise<Page[]> =>
  (await browser.pages()).filter((page) => !closed.has(page));

/** Firefox never says that a navigation to its own pages is done. */
async function goToOwn(tab: Tab, url: string): Promise<void> {
  void tab.goto(url).catch(() => undefined);
  const isThere = () => tab.evaluate(() => document.readyState === "complete" && location.href);
  await tab.waitUntil(async () => (await isThere().catch(() => "")) === url, `the page ${url}`);
}

// safe because a chord's parts are key names, or codes, which both tools know by the same names
const asKey = (key: string): KeyInput => key as KeyInput;

// safe because the argument crosses by value, so that the page gets what was given
const asPlain = <T, A>(run: (given: A) => T | Promise<T>) => run as (given: unknown) => T | Promise<T>;

function tabOf(page: Page): Tab {
  return createTab({
    goto: (url) => page.goto(url),
    reload: () => page.reload(),
    evaluate: (run, given) => page.evaluate(asPlain(run), given),
    mouse: {
      move: (x, y) => page.mouse.move(x, y),
      click: (x, y, options) => page.mouse.click(x, y, options),
      wheel: (by) => page.mouse.wheel({ deltaY: by }),
    },
    keyboard: {
      down: (key) => page.keyboard.down(asKey(key)),
      up: (key) => page.keyboard.up(asKey(key)),
      type: (text) => page.keyboard.type(text),
    },
    screenshot: (path) => page.screenshot(path === undefined ? {} : { path: asPng(path) }),
    resize: (width, height) => page.setViewport({ width, height }),
    async bringToFront() {
      await page.bringToFront();
      await focusPage(page.browser());
    },
    close: () => closePage(page),
  });
}

const asPng = (path: string): `${string}.png` => `${path.replace(/\.png$/, "")}.png`;
