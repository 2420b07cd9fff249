import { z } from "zod";
import type { QueueEntry } from "#lib/domain/queue.ts";
import { ThreadShape } from "#lib/domain/event.ts";
import { sameThread, type Thread } from "#lib/domain/thread.ts";
import { sendMessage } from "#lib/messages.ts";
import { openInTab } from "./inbox-tab.ts";
import { on, ownPage } from "./on.ts";
import { nothing } from "./shapes.ts";

const OpenQuery = z.strictObject({ thread: ThreadShape, evenSo: z.boolean() });
/** More than anybody works through. */
const MOST = 500;

/** Nobody has the queue open: that is no failure. */
const unheard = () => {};

/**
 * The queue of the side panel, and the opening of its conversations.
 * @returns told of each conversation that became certain in a tab, so that what was asked for can be compared with it
 */
export function answerQueue(
  entries: () => Promise<QueueEntry[]>,
): (tab: number | undefined, thread: Thread) => void {
  const expected = new Map<number, Thread>();

  on("queue", ownPage, nothing, async () => (await entries()).slice(0, MOST));

  on("openConversation", ownPage, OpenQuery, async ({ thread, evenSo }) => {
    const tab = await openInTab(thread, evenSo);
    if (tab === "holds_text") return "holds_text";
    if (tab !== null) expected.set(tab, thread);
    return "opening";
  });

  return (tab, thread) => {
    const wanted = tab === undefined ? undefined : expected.get(tab);
    if (tab === undefined || !wanted) return;
    expected.delete(tab);
    sendMessage("conversationOpened", { wanted, isRight: sameThread(wanted, thread) }).catch(unheard);
  };
}
