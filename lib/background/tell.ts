import { browser } from "wxt/browser";
import { sendMessage } from "#lib/messages.ts";
import type { Background } from "./background.ts";

const INBOX = "https://business.facebook.com/*";

/** A tab that has no overlay, or no page of ours that is open, hears nothing; that is no failure. */
const unheard = () => {};

/** Tells inbox tabs and our own pages what changed. */
export const tell: Background["tell"] = (change, except) => {
  sendMessage("changed", change).catch(unheard);
  void tellTabs(change, except);
};

async function tellTabs(...[change, except]: Parameters<Background["tell"]>): Promise<void> {
  for (const { id } of await browser.tabs.query({ url: INBOX }))
    if (id !== undefined && id !== except) sendMessage("changed", change, id).catch(unheard);
}
