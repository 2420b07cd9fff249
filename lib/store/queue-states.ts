import type { Conversation } from "#lib/domain/conversation.ts";
import { type Thread, threadKey } from "#lib/domain/thread.ts";
import { pageState } from "./page.ts";
import type { Store } from "./store.ts";

/** Conversations whose last clock started longer ago than this are looked at by nobody any more. */
const SINCE_MS = 90 * 86_400_000;

/** A thread's latest conversation, and the name that this browser knows it by. */
export interface Latest {
  thread: Thread;
  name: string | null;
  conversation: Conversation;
  /** The ones before it, oldest first. */
  earlier: readonly Conversation[];
}

/**
 * The latest conversations of the Pages that are counted.
 * @param since epoch ms: those whose last clock started earlier are left out
 */
export async function latestConversations(
  store: Store,
  since: number = store.now() - SINCE_MS,
): Promise<Latest[]> {
  const { db } = store;
  const states = await db.states.where("lastClockAt").aboveOrEqual(since).toArray();
  const assets = [...new Set(states.map(({ asset }) => asset))];
  const answers = await Promise.all(assets.map((asset) => pageState(store, asset)));
  const counted = new Set(assets.filter((_, index) => answers[index] === "counted"));
  const known = states.filter(({ asset }) => counted.has(asset));
  const names = await db.acquaintances.bulkGet(known.map(({ of }) => threadKey(of)));
  return known.flatMap(({ of, conversations }, index) => {
    const conversation = conversations.at(-1);
    return conversation
      ? [{ thread: of, name: names[index]?.name ?? null, conversation, earlier: conversations.slice(0, -1) }]
      : [];
  });
}
