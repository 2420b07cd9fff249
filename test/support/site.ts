import { readFile } from "node:fs/promises";
import { DEFAULTS, type SuiteConfig } from "#test/business-suite/config.ts";
import type { InboxPlace } from "./driver.ts";
import { SUITE_BUILD } from "./paths.ts";

export const HOST = "https://business.facebook.com";

/** As strict as the page can be: no script or style but its own files, pictures from its own data. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** One answer to a request of the page. */
export interface Answer {
  status: number;
  contentType: string;
  headers: Record<string, string>;
  body: string;
}

const answer = (status: number, contentType: string, body: string): Answer => ({
  status,
  contentType,
  headers: { "content-security-policy": POLICY, "cache-control": "no-store" },
  body,
});

const inside = (json: string): string => json.replaceAll("<", String.raw`\u003c`);

/** The stand-in's answer for an address on Meta's host, with the config written into the page; null for any other host. */
export async function answerFor(url: string, config: Partial<SuiteConfig>): Promise<Answer | null> {
  const { origin, pathname } = new URL(url);
  if (origin !== HOST) return null;
  if (pathname === "/rsrc/suite.js")
    return answer(200, "text/javascript; charset=utf-8", await readFile(`${SUITE_BUILD}/suite.js`, "utf8"));
  if (!pathname.startsWith("/latest/")) return answer(404, "text/plain", "not here");
  const page = await readFile(`${SUITE_BUILD}/index.html`, "utf8");
  const written = page.replace(
    /(<script type="application\/json" id="suite-config">)[^<]*/,
    (_, tag: string) => `${tag}${inside(JSON.stringify({ ...DEFAULTS, ...config }))}`,
  );
  return answer(200, "text/html; charset=utf-8", written);
}

/** The address of the inbox for a config: a section, and the conversation of a deep link. */
export function inboxUrl(config: Partial<SuiteConfig> = {}, place: InboxPlace = {}): string {
  const { business } = { ...DEFAULTS, ...config };
  const asset = place.asset ?? config.asset ?? DEFAULTS.asset;
  const query = new URLSearchParams({ asset_id: asset, business_id: business, mailbox_id: asset });
  if (place.selected) {
    query.set("selected_item_id", place.selected.id);
    query.set("thread_type", place.selected.channel);
  }
  return `${HOST}/latest/inbox/${place.section ?? "all"}?${query}`;
}
