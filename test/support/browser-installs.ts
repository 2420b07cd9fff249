import type { BrowserName } from "./browser-places.ts";
import type { Machine } from "./machine.ts";

/** A way to install a browser: what it is called, and its commands in order. */
export interface Install {
  by: string;
  commands: (readonly [command: string, ...args: string[]])[];
}

const PACKAGES: Record<BrowserName, string> = { chromium: "chromium", firefox: "firefox-esr" };

/** The stand-in is looked at in six languages and with emoji. */
const FONTS = ["fonts-liberation", "fonts-noto-core", "fonts-noto-color-emoji"];

const byApt = (names: readonly BrowserName[]): Install => ({
  by: "apt",
  commands: [
    ["apt-get", "update"],
    ["apt-get", "install", "-y", "--no-install-recommends", ...names.map((name) => PACKAGES[name]), ...FONTS],
  ],
});

const byPlaywright = (isRoot: boolean): Install => ({
  by: "Playwright's installer",
  commands: [["npx", "playwright", "install", ...(isRoot ? ["--with-deps"] : []), "chromium"]],
});

const byPuppeteer = (cache: string): Install => ({
  by: "Puppeteer's installer",
  commands: [["npx", "browsers", "install", "firefox@stable", "--path", cache]],
});

const isDebian = ({ platform, family }: Machine): boolean =>
  platform === "linux" && /\b(?:debian|ubuntu)\b/.test(family);

/** The ways to try for the browsers that are missing, in order; apt takes all of them at once. */
export function installs(missing: readonly BrowserName[], machine: Machine): Install[] {
  if (missing.length === 0) return [];
  const cache = machine.env.PUPPETEER_CACHE_DIR ?? `${machine.home}/.cache/puppeteer`;
  return [
    ...(isDebian(machine) && machine.isRoot ? [byApt(missing)] : []),
    ...(missing.includes("chromium") ? [byPlaywright(isDebian(machine) && machine.isRoot)] : []),
    ...(missing.includes("firefox") ? [byPuppeteer(cache)] : []),
  ];
}
