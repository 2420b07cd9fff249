import { browser } from "wxt/browser";
import { threadsOfNote } from "#lib/store/alerts.ts";
import type { Store } from "#lib/store/store.ts";
import { showInboxTab } from "./inbox-tab.ts";
import { clearNotice } from "./notices.ts";
import { askToOpen, openQueue } from "./open-queue.ts";
import type { Opening } from "./opening.ts";

/**
 * A click on a notification opens its conversation as the queue does; where a text would be lost, the queue asks. One of
 * many customers opens the queue. Registered at once: the click may be what woke us.
 */
export function answerAlertClicks(store: Store, { open }: Opening): void {
  const follow = async (id: string) => {
    const [thread, ...others] = await threadsOfNote(store, id);
    await clearNotice(id);
    if (!thread || others.length > 0) return openQueue(undefined);
    if ((await open(thread, false)) === "holds_text") return askToOpen(thread);
    await showInboxTab();
  };
  browser.notifications.onClicked.addListener((id) => void follow(id));
}
