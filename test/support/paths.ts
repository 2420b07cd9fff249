import { fileURLToPath } from "node:url";
import type { BrowserName } from "./browser-places.ts";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url)).replace(/[/\\]$/, "");
export const OUTPUT = `${ROOT}/.output`;

export const SUITE_BUILD = `${OUTPUT}/business-suite`;

/** The unpacked production builds, as users install them. */
export const EXTENSION_BUILD: Record<BrowserName, string> = {
  chromium: `${OUTPUT}/chrome-mv3`,
  firefox: `${OUTPUT}/firefox-mv3`,
};
