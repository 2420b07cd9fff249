import { browser } from "wxt/browser";
import { type Thread, threadKey } from "#lib/domain/thread.ts";
import { sendMessage } from "#lib/messages.ts";

const SIZE = { width: 400, height: 760 };

/**
 * Opens the queue beside a tab. Chrome wants it asked for before anything is awaited, as it follows a person's click;
 * Firefox opens its sidebar from its own buttons alone, so there it is a small window.
 */
export async function openQueue(tab: number | undefined): Promise<void> {
  if (browser.sidePanel && tab !== undefined) return browser.sidePanel.open({ tabId: tab });
  const url = browser.runtime.getURL("/sidepanel.html");
  const [there] = await browser.tabs.query({ url: `${url}*` });
  if (there?.windowId === undefined) await browser.windows.create({ url, type: "popup", ...SIZE });
  else await browser.windows.update(there.windowId, { focused: true });
}

/** Has the queue ask whether a conversation may be opened: the one that stands open, else in a window of its own. */
export async function askToOpen(thread: Thread): Promise<void> {
  const isHeard = await sendMessage("openWanted", { thread }).catch(() => false);
  if (isHeard) return;
  const url = browser.runtime.getURL("/sidepanel.html");
  const wanted = `${url}#${encodeURIComponent(threadKey(thread))}`;
  await browser.windows.create({ url: wanted, type: "popup", ...SIZE });
}
