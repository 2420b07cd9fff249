import type { Conversation } from "./conversation.ts";
import { isBy } from "./handoff.ts";
import { type Outcome, OUTCOMES } from "./outcome.ts";
import { type Glimpse, type Thread, threadKey } from "./thread.ts";

/** In which order earlier conversations are gone through. */
export const WALK_ORDERS = ["oldest", "newest"] as const;
export type WalkOrder = (typeof WALK_ORDERS)[number];

/** An earlier conversation: one to be tagged, or one that was on this walk. */
export interface WalkEntry {
  thread: Thread;
  /** An instant of an earlier conversation of the thread; null where it is the one in progress. */
  about: number | null;
  /** The customer's name as this browser knows it. */
  name: string | null;
  /** When the customer wrote last, epoch ms; where nobody saw that, when it is first known, or what its row says. */
  at: number;
  /** Null while it is to be tagged. */
  outcome: Outcome | null;
  /** Nothing is asked for besides: the reason is said, the amount typed. */
  isWhole: boolean;
  /** False for "before T": taggable and shown, in no cohort. */
  startSeen: boolean;
}

/** One text for one conversation of a walk. */
export const entryKey = ({ thread, about }: Pick<WalkEntry, "thread" | "about">): string =>
  about === null ? threadKey(thread) : `${threadKey(thread)}@${about}`;

interface Known {
  thread: Thread;
  name: string | null;
  conversation: Conversation;
  /** A later one of the same thread is in progress. */
  isEarlier: boolean;
  me: string | null;
}

/**
 * A conversation as a walk sees it; null where somebody else tagged it, or it was tagged before.
 * @param since when the walk began, epoch ms; null for none yet
 */
export function walkEntryOf(
  { thread, name, conversation, isEarlier, me }: Known,
  since: number | null,
): WalkEntry | null {
  const { outcome: tag, sales, start, lastCustomerAt } = conversation;
  if (tag && (since === null || tag.at < since || !isBy(tag.by, me))) return null;
  // Nobody is asked for the reason or the amount of what is over: it is a picture, not a record.
  const isAsked = !isEarlier;
  return {
    thread,
    about: isEarlier ? start.at : null,
    name,
    at: lastCustomerAt ?? start.at,
    outcome: tag?.outcome ?? null,
    isWhole: !isAsked || isSaid(tag, sales),
    startSeen: start.seen,
  };
}

/** The reason of an unqualified one is said, the amount of a converted one typed. */
const isSaid = (tag: Conversation["outcome"], sales: Conversation["sales"]): boolean =>
  tag?.outcome === "unqualified"
    ? tag.reason !== null
    : tag?.outcome !== "converted" || sales.some(({ amountMinor }) => amountMinor !== null);

/** A conversation of which nothing but its row in the list was seen: to be tagged, before T, counted nowhere. */
export const glimpsed = ({ thread, name, lastAt }: Glimpse): WalkEntry => ({
  thread,
  about: null,
  name,
  at: lastAt,
  outcome: null,
  isWhole: false,
  startSeen: false,
});

/** Those that are still to be tagged, in the order of the walk. */
export const stillOpen = (entries: readonly WalkEntry[], order: WalkOrder): WalkEntry[] =>
  entries
    .filter(({ outcome }) => outcome === null)
    .toSorted((a, b) => (order === "oldest" ? a.at - b.at : b.at - a.at));

/** How many became what, worst to best. */
export const outcomeShares = (entries: readonly WalkEntry[]): { outcome: Outcome; count: number }[] =>
  OUTCOMES.map((outcome) => ({
    outcome,
    count: entries.filter((entry) => entry.outcome === outcome).length,
  }));

/**
 * How long after a tag the next conversation opens, ms: a reason has a moment to be said, an amount is typed in peace;
 * null waits for the person.
 */
export function nextAfter({ outcome, isWhole }: WalkEntry): number | null {
  if (outcome === null || (outcome === "converted" && !isWhole)) return null;
  return isWhole ? 1_200 : 6_000;
}
