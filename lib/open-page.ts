import { browser } from "wxt/browser";

const INBOX = "https://business.facebook.com/latest/inbox/all";

/**
 * Shows an address in a new tab and gives the tab's id; in a new window where a queue's own small window, which takes
 * no tabs, is the only one left.
 */
export async function openTab(url: string): Promise<number | null> {
  try {
    return (await browser.tabs.create({ url })).id ?? null;
  } catch {
    return (await browser.windows.create({ url }))?.tabs?.[0]?.id ?? null;
  }
}

/** Shows the inbox: the tab that is open already, else a new one. */
export async function openInbox(): Promise<void> {
  const [tab] = await browser.tabs.query({ url: "https://business.facebook.com/latest/inbox/*" });
  if (tab?.id === undefined) await openTab(INBOX);
  else await browser.tabs.update(tab.id, { active: true });
}

/** Shows a part of the options page. */
export async function openOptions(part: "team" | "spend"): Promise<void> {
  await openTab(`${browser.runtime.getURL("/options.html")}#${part}`);
}

/** Shows the whole scorecard in a tab. */
export async function openScorecard(): Promise<void> {
  await openTab(browser.runtime.getURL("/scorecard.html"));
}

/** Shows the walk through earlier conversations in a window of its own, beside the inbox. */
export async function openWalk(): Promise<void> {
  const url = `${browser.runtime.getURL("/sidepanel.html")}#walk`;
  await browser.windows.create({ url, type: "popup", width: 400, height: 760 });
}
