import { createHash } from "node:crypto";
import { type BrowserContext, type CDPSession, chromium, type Page } from "@playwright/test";
import type { SuiteConfig } from "#test/business-suite/config.ts";
import { allowReload, install, uninstall } from "./chromium-install.ts";
import type { Launching, Tab, TestBrowser } from "./driver.ts";
import { makeProfile, type Profile, startOn } from "./profile.ts";
import { serveChromium } from "./serve.ts";
import { HOST, inboxUrl } from "./site.ts";
import { createTab, whenReady } from "./tab.ts";

/** Nothing leaves the machine: no name but the loopback's is ever resolved, and the browser's own errands are off. */
const CLOSED = [
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--no-first-run",
];

const VIEW = { width: 1280, height: 800 };

/** What only Chromium has. */
export interface ChromiumBrowser extends TestBrowser {
  /** The developer tools' protocol of the tab that was opened last, for measurements. */
  session(): Promise<CDPSession>;
}

/** Chromium with the production build, over Playwright. */
export async function launchChromium(launching: Launching): Promise<ChromiumBrowser> {
  const profile = await makeProfile("chromium", launching.extension);
  const id = idOf(profile.extension);
  const extensionUrl = `chrome-extension://${id}`;
  await allowReload(profile.data);
  const configs = new WeakMap<Page, Partial<SuiteConfig>>();
  let latest: Partial<SuiteConfig> = {};
  let context = await startOn(profile, () => open(launching, profile));
  const serve = () => serveChromium(context, (page) => (page && configs.get(page)) ?? latest);
  await serve();

  const openTab = async (url: string, config: Partial<SuiteConfig>) => {
    const page = await freshPage(context);
    configs.set(page, config);
    latest = config;
    await page.goto(url, { waitUntil: "commit" });
    return tabOf(page);
  };
  return {
    name: "chromium",
    extensionUrl,
    openTab: (url, config = {}) => openTab(url, config),
    openInbox: async (config = {}, place = {}) => whenReady(await openTab(inboxUrl(config, place), config)),
    async openExtension(page) {
      const fresh = await freshPage(context);
      await fresh.goto(`${extensionUrl}/${page}`);
      return tabOf(fresh);
    },
    tabs: async () => context.pages().map(tabOf),
    async killBackground() {
      const page = context.pages()[0] ?? (await context.newPage());
      const session = await context.newCDPSession(page);
      await session.send("ServiceWorker.enable");
      await session.send("ServiceWorker.stopAllWorkers");
      await session.detach();
    },
    async session() {
      const page = context.pages().at(-1);
      if (!page) throw new Error("No tab is open.");
      return context.newCDPSession(page);
    },
    async restart() {
      await context.close();
      context = await open(launching, profile);
      await serve();
    },
    async renew() {
      const pages = context.pages();
      const blank = await context.newPage();
      for (const page of pages) await page.close();
      await uninstall(blank, id, [HOST]);
      await install(context, profile.extension);
    },
    async ended() {
      await context.waitForEvent("close", { timeout: 0 });
    },
    async close() {
      await context.close();
      await profile.remove();
    },
  };
}

async function open(launching: Launching, profile: Profile): Promise<BrowserContext> {
  const { executable, headless = true, size = VIEW, endsOnSignals = true } = launching;
  const context = await chromium.launchPersistentContext(profile.data, {
    executablePath: executable,
    headless: false,
    handleSIGINT: endsOnSignals,
    handleSIGTERM: endsOnSignals,
    viewport: headless ? size : null,
    ignoreDefaultArgs: ["--disable-extensions"],
    args: [
      ...(headless ? ["--headless=new"] : [`--window-size=${size.width},${size.height + 90}`]),
      "--no-sandbox",
      "--enable-unsafe-extension-debugging",
      ...CLOSED,
    ],
  });
  await install(context, profile.extension);
  return context;
}

/** An unpacked extension's id: the first half of a hash of its path, written with the letters a to p. */
function idOf(path: string): string {
  const hash = createHash("sha256").update(path).digest("hex").slice(0, 32);
  return [...hash].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join("");
}

/** The empty tab that a browser starts with, else a new one. */
async function freshPage(context: BrowserContext): Promise<Page> {
  return context.pages().find((page) => page.url() === "about:blank") ?? context.newPage();
}

// safe because the argument crosses by value, so that the page gets what was given
const asPlain = <T, A>(run: (given: A) => T | Promise<T>) => run as (given: unknown) => T | Promise<T>;

function tabOf(page: Page): Tab {
  return createTab({
    goto: (url) => page.goto(url),
    reload: () => page.reload(),
    evaluate: (run, given) => page.evaluate(asPlain(run), given),
    mouse: {
      move: (x, y) => page.mouse.move(x, y),
      click: (x, y, { button, count }) => page.mouse.click(x, y, { button, clickCount: count }),
      wheel: (by) => page.mouse.wheel(0, by),
    },
    keyboard: page.keyboard,
    screenshot: (path) => page.screenshot(path === undefined ? {} : { path }),
    resize: (width, height) => page.setViewportSize({ width, height }),
    bringToFront: () => page.bringToFront(),
    close: () => page.close(),
  });
}
