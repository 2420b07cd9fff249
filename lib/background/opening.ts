import { sameThread, type Thread } from "#lib/domain/thread.ts";
import { sendMessage } from "#lib/messages.ts";
import { openInTab } from "./inbox-tab.ts";
import { showNotice } from "./notices.ts";

export interface Opening {
  /** Opens a conversation; `evenSo` although the composer there holds a text. */
  open: (thread: Thread, evenSo: boolean) => Promise<"opening" | "holds_text">;
  /** Hears of each conversation that became certain in a tab. */
  opened: (tab: number | undefined, thread: Thread) => void;
}

/**
 * Opens conversations by their address, and compares what was asked for with what became certain there.
 * @param told hears whether the right one opened
 */
export function createOpening(told: (wanted: Thread, isRight: boolean) => Promise<void>): Opening {
  const expected = new Map<number, Thread>();
  return {
    async open(thread, evenSo) {
      const tab = await openInTab(thread, evenSo);
      if (tab === "holds_text") return "holds_text";
      if (tab !== null) expected.set(tab, thread);
      return "opening";
    },
    opened(tab, thread) {
      const wanted = tab === undefined ? undefined : expected.get(tab);
      if (tab === undefined || !wanted) return;
      expected.delete(tab);
      void told(wanted, sameThread(wanted, thread));
    },
  };
}

/** Tells the queue what opened; where nobody has it open and it is another conversation, a notification says so. */
export async function sayOpened(wanted: Thread, isRight: boolean): Promise<void> {
  const isHeard = await sendMessage("conversationOpened", { wanted, isRight }).catch(() => false);
  if (isHeard || isRight) return;
  await showNotice("rung/other", {
    title: "Another conversation opened",
    message: "Open the customer’s conversation from the list before you write.",
  });
}
