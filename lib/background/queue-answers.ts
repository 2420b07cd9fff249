import { z } from "zod";
import { byUrgency, entryOf } from "#lib/domain/queue.ts";
import { ThreadShape } from "#lib/domain/event.ts";
import { sameThread, type Thread } from "#lib/domain/thread.ts";
import { sendMessage } from "#lib/messages.ts";
import { pairingOf } from "#lib/store/page.ts";
import { listPairings } from "#lib/store/pairing.ts";
import { latestConversations } from "#lib/store/queue-states.ts";
import { settingsFor } from "#lib/store/rules.ts";
import type { Background } from "./background.ts";
import { createClockRules } from "./clock-rules.ts";
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
export function answerQueue({ store }: Background): (tab: number | undefined, thread: Thread) => void {
  const rulesOf = createClockRules(store.timeZone);
  const expected = new Map<number, Thread>();

  on("queue", ownPage, nothing, async () => {
    const now = store.now();
    const pairings = await listPairings(store);
    const latest = await latestConversations(store);
    const assets = [...new Set(latest.map(({ thread }) => thread.asset))];
    const rules = new Map(
      await Promise.all(
        assets.map(async (asset) => [asset, rulesOf(await settingsFor(store, asset))] as const),
      ),
    );
    const entries = latest.flatMap((one) => {
      const { asset } = one.thread;
      const found = rules.get(asset);
      const me = pairingOf(pairings, asset)?.member.id ?? null;
      return (found && entryOf({ ...one, rules: found, me, now })) ?? [];
    });
    return entries.toSorted(byUrgency).slice(0, MOST);
  });

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
