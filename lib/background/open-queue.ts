import { browser } from "wxt/browser";

const SIZE = { width: 400, height: 760 };

/**
 * Opens the queue beside a tab. Chrome wants it asked for before anything is awaited, as it follows a person's click;
 * Firefox opens its sidebar from its own buttons alone, so there it is a small window.
 */
export async function openQueue(tab: number | undefined): Promise<void> {
  if (browser.sidePanel && tab !== undefined) return browser.sidePanel.open({ tabId: tab });
  const url = browser.runtime.getURL("/sidepanel.html");
  const [there] = await browser.tabs.query({ url });
  if (there?.windowId === undefined) await browser.windows.create({ url, type: "popup", ...SIZE });
  else await browser.windows.update(there.windowId, { focused: true });
}
