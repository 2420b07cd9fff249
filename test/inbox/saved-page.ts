import { JSDOM } from "jsdom";
import { createConcluder } from "#lib/inbox/conclude.ts";
import { readLocation } from "#lib/inbox/location.ts";
import type { PaneMessage } from "#lib/inbox/messages.ts";
import type { PageReading } from "#lib/inbox/page-reader.ts";
import type { Probe } from "#lib/inbox/probe.ts";
import type { InboxReading } from "#lib/inbox/reading.ts";
import { readerOf } from "./told-page.ts";

/** What the adapter sees in a page that stands still. */
export interface SavedPage {
  window: Window & typeof globalThis;
  page: PageReading;
  reading: InboxReading;
  messages: readonly PaneMessage[];
}

const INBOX = "https://business.facebook.com/latest/inbox/";

/** Where a saved page was saved from, as far as it says so; else the section whose tab is selected, without an id. */
function addressIn(html: string, document: Document): string {
  const saved = /saved from url=\(\d+\)(https:\/\/[^\s<>"]+)/.exec(html)?.[1];
  if (saved !== undefined && URL.canParse(saved)) return saved;
  const [tab, ...others] = document.querySelectorAll("[role=tab][aria-selected=true]");
  const location = others.length === 0 ? readLocation(tab?.getAttribute("href") ?? "") : null;
  return location && location.route !== "other" ? `${INBOX}${location.route}` : `${INBOX}all`;
}

/**
 * A page as it stood when it was saved: looked at, and looked at again long after, since nothing moves any more.
 * @param url null where nothing but the page itself says
 */
export function readSaved(
  html: string,
  url: string | null,
  now: number,
  probe: Probe | null = null,
): SavedPage {
  const dom = new JSDOM(html, { pretendToBeVisual: true });
  const { window } = dom;
  const href = url ?? addressIn(html, window.document);
  dom.reconfigure({ url: href });
  const reader = readerOf(window, href);
  const concluder = createConcluder(() => ({ isSeen: false, dueAt: null }));
  const page = reader.read(new Map([["everything", null]]), now);
  concluder.conclude(page, now, probe);
  const { reading } = concluder.conclude(page, now + 10_000, probe);
  return { window, page, reading, messages: page.pane?.messages ?? [] };
}
