import { browser } from "wxt/browser";
import type { Thread } from "#lib/domain/thread.ts";
import { type Messages, sendMessage } from "#lib/messages.ts";
import { openTab } from "#lib/open-page.ts";

const INBOX = "https://business.facebook.com/latest/inbox/*";

/** The inbox tab that was used last. */
async function lastInboxTab(): Promise<{ id: number; url: string } | null> {
  const tabs = await browser.tabs.query({ url: INBOX });
  const [tab] = tabs.toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  return tab?.id === undefined ? null : { id: tab.id, url: tab.url ?? "" };
}

/** Brings the inbox tab that was used last before everything else. */
export async function showInboxTab(): Promise<void> {
  const tab = await lastInboxTab();
  const window = tab && (await browser.tabs.get(tab.id)).windowId;
  if (window) await browser.windows.update(window, { focused: true });
}

/** The address of a conversation; what else the tab's address says of the same Page stays. */
export function addressOf({ channel, asset, id }: Thread, from: string): string {
  const url = new URL("https://business.facebook.com/latest/inbox/all");
  const before = URL.parse(from)?.searchParams;
  if (before?.get("asset_id") === asset)
    for (const [name, value] of before) url.searchParams.set(name, value);
  for (const [name, value] of [
    ["asset_id", asset],
    ["selected_item_id", id],
    ["thread_type", channel],
  ] as const)
    url.searchParams.set(name, value);
  return url.href;
}

/** A tab that does not answer holds nothing that we know of. */
const holdsText = (tab: number): Promise<boolean> =>
  sendMessage("composerHolds", undefined, tab).catch(() => false);

/** Does what a key does in the tab used last; false where another conversation is open there, or nobody hears it. */
export async function pressInTab(asked: Parameters<Messages["press"]>[0]): Promise<boolean> {
  const tab = await lastInboxTab();
  return tab ? sendMessage("press", asked, tab.id).catch(() => false) : false;
}

/**
 * Opens a conversation by its address in the inbox tab used last, else in a new one. A composer that holds a text is
 * asked about first: it would be lost.
 */
export async function openInTab(thread: Thread, evenSo: boolean): Promise<"holds_text" | number | null> {
  const tab = await lastInboxTab();
  const url = addressOf(thread, tab?.url ?? "");
  if (!tab) return openTab(url);
  if (!evenSo && (await holdsText(tab.id))) return "holds_text";
  await browser.tabs.update(tab.id, { url, active: true });
  return tab.id;
}
