import type { Machine } from "./machine.ts";

export const BROWSERS = ["chromium", "firefox"] as const;
export type BrowserName = (typeof BROWSERS)[number];

/** Variables that name a browser, our own first: what stands in the first one that is set is taken, or it is an error. */
export const VARIABLES: Record<BrowserName, readonly [ours: string, ...others: string[]]> = {
  chromium: ["RUNG_CHROMIUM", "CHROMIUM_PATH", "CHROME_PATH", "CHROME_BIN"],
  firefox: ["RUNG_FIREFOX", "FIREFOX_PATH", "FIREFOX_BIN"],
};

/** Not branded Chrome: since version 137 it loads no extension from the command line. */
const SYSTEM: Record<BrowserName, Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  chromium: {
    linux: [
      "/usr/bin/chromium",
      "/usr/bin/chromium-browser",
      "/usr/lib/chromium/chromium",
      "/snap/bin/chromium",
    ],
    darwin: ["/Applications/Chromium.app/Contents/MacOS/Chromium"],
    win32: ["C:\\Program Files\\Chromium\\Application\\chrome.exe"],
  },
  firefox: {
    linux: ["/usr/bin/firefox-esr", "/usr/bin/firefox", "/usr/lib/firefox/firefox", "/opt/firefox/firefox"],
    darwin: ["/Applications/Firefox.app/Contents/MacOS/firefox"],
    win32: ["C:\\Program Files\\Mozilla Firefox\\firefox.exe"],
  },
};

/** Where the executable lies inside one version's folder of a tool's cache. */
const INSIDE: Record<BrowserName, readonly string[]> = {
  chromium: [
    "chrome-linux64/chrome",
    "chrome-linux/chrome",
    "chrome-win64/chrome.exe",
    "chrome-win/chrome.exe",
    "chrome-mac/Chromium.app/Contents/MacOS/Chromium",
    "chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
    "chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
  ],
  firefox: ["firefox/firefox", "core/firefox.exe", "Firefox.app/Contents/MacOS/firefox"],
};

const CACHE_HOME: Partial<Record<NodeJS.Platform, string>> = {
  darwin: "Library/Caches",
  win32: "AppData/Local",
};

/** Puppeteer's cache is `~/.cache/puppeteer` on every platform. */
const puppeteerCache = ({ env, home }: Machine): string =>
  env.PUPPETEER_CACHE_DIR ?? `${home}/.cache/puppeteer`;

const playwrightCache = ({ env, home, platform }: Machine): string =>
  env.PLAYWRIGHT_BROWSERS_PATH ?? `${home}/${CACHE_HOME[platform] ?? ".cache"}/ms-playwright`;

/**
 * Folders of single versions, newest first. Playwright's Firefox is its own and speaks no WebDriver BiDi,
 * so Firefox comes from Puppeteer's cache alone.
 */
function versionFolders(name: BrowserName, machine: Machine): string[] {
  const within = (folder: string, isVersion: (entry: string) => boolean) =>
    machine
      .list(folder)
      .filter(isVersion)
      .toReversed()
      .map((entry) => `${folder}/${entry}`);
  const puppeteer = puppeteerCache(machine);
  if (name === "firefox") return within(`${puppeteer}/firefox`, () => true);
  return [
    ...within(playwrightCache(machine), (entry) => /^chromium-\d+$/.test(entry)),
    ...within(`${puppeteer}/chrome`, () => true),
    ...within(`${puppeteer}/chromium`, () => true),
  ];
}

/** What an environment variable names, if one does. */
export function named(name: BrowserName, { env }: Machine): { variable: string; path: string } | null {
  const variable = VARIABLES[name].find((key) => env[key]);
  return variable === undefined ? null : { variable, path: env[variable] ?? "" };
}

/** Executables that are there, best first: the system's, then the caches of Playwright and Puppeteer. */
export function places(name: BrowserName, machine: Machine): string[] {
  const cached = versionFolders(name, machine).flatMap((folder) =>
    INSIDE[name].map((inside) => `${folder}/${inside}`),
  );
  return [...(SYSTEM[name][machine.platform] ?? []), ...cached].filter((path) => machine.isFile(path));
}
