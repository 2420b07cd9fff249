import type { Conversation } from "./conversation.ts";
import { type Outcome, OUTCOMES } from "./outcome.ts";
import { type Due, dueOf, type ResponseRules } from "./response-due.ts";
import { runsOf } from "./response-run.ts";
import type { Tag } from "./tag.ts";
import type { Thread } from "./thread.ts";

/** Meta's standard window after a message of the customer. */
const WINDOW_MS = 24 * 3_600_000;
/** Nobody is asked to answer after this long: the conversation is over, answered or not. */
const OLDEST_MS = 30 * 86_400_000;
/** The window closes soon. */
export const CLOSING_MS = 4 * 3_600_000;

/** A conversation that somebody may have to do something about. Instants are epoch ms; null is none, or not known. */
export interface QueueEntry {
  thread: Thread;
  /** The customer's name as this browser knows it. */
  name: string | null;
  /** The wait for an answer that runs, and when it is due. */
  wait: {
    startedAt: number;
    from: number;
    metric: "first_reply" | "next_reply";
    atLeast: boolean;
    due: Due;
  } | null;
  /** When an answer may no longer go freely; only while somebody waits. */
  windowUntil: number | null;
  followUpAt: number | null;
  outcome: Outcome | null;
  /** Offered to sales, booking, quote or checkout, and not returned. */
  isHandedOff: boolean;
  /** Tagged on this device or by this member. */
  isMine: boolean;
}

export interface QueueInput {
  thread: Thread;
  name: string | null;
  conversation: Conversation;
  rules: ResponseRules;
  /** The member that this browser is; null without a server. */
  me: string | null;
  now: number;
}

/** Tagged on this device or by this member. */
export const isOwn = (tag: Tag | null, me: string | null): boolean =>
  tag !== null && (tag.by === undefined || tag.by === me);

/** The entry of a thread's latest conversation; null where there is nothing to do: answered, tagged, not put off. */
export function entryOf({ thread, name, conversation, rules, me, now }: QueueInput): QueueEntry | null {
  const { waits, outcome, followUpAt, lastCustomerAt, handoffs } = conversation;
  const last = waits.at(-1);
  const run = runsOf(conversation).findLast(
    ({ metric, endedAt, startedAt }) =>
      (metric === "first_reply" || metric === "next_reply") &&
      endedAt === null &&
      now - startedAt < OLDEST_MS,
  );
  const isUntagged = outcome === null && now - (lastCustomerAt ?? 0) < OLDEST_MS;
  if (!run && followUpAt === null && !isUntagged) return null;
  const until = run && lastCustomerAt !== null && !last?.estimated ? lastCustomerAt + WINDOW_MS : null;
  return {
    thread,
    name,
    wait: run
      ? {
          startedAt: run.startedAt,
          from: run.from,
          metric: run.metric === "first_reply" ? "first_reply" : "next_reply",
          atLeast: last?.estimated ?? false,
          due: dueOf(run, thread.channel, rules),
        }
      : null,
    windowUntil: until !== null && until > now ? until : null,
    followUpAt,
    outcome: outcome?.outcome ?? null,
    isHandedOff: handoffs.some(({ returnedAt }) => returnedAt === null),
    isMine: isOwn(outcome, me),
  };
}

export const QUEUE_FILTERS = ["next", "mine", "handed_off", "untagged", "closing", "follow_up"] as const;
export type QueueFilter = (typeof QUEUE_FILTERS)[number];

const isFollowUpDue = ({ followUpAt }: QueueEntry, now: number): boolean =>
  followUpAt !== null && followUpAt <= now;

/** Somebody waits beyond the target, or is to be followed up now. */
export const isOverdue = (entry: QueueEntry, now: number): boolean =>
  (entry.wait?.due.deadline ?? Number.POSITIVE_INFINITY) < now || isFollowUpDue(entry, now);

/** Whether an entry stands under a filter. `next` is who waits, and whose follow-up is due. */
export function isUnder(filter: QueueFilter, entry: QueueEntry, now: number): boolean {
  const isNext = entry.wait !== null || isFollowUpDue(entry, now);
  switch (filter) {
    case "next":
      return isNext;
    case "mine":
      return isNext && entry.isMine;
    case "handed_off":
      return isNext && entry.isHandedOff;
    case "untagged":
      return entry.outcome === null;
    case "closing":
      return entry.windowUntil !== null && entry.windowUntil > now && entry.windowUntil - now < CLOSING_MS;
    case "follow_up":
      return entry.followUpAt !== null;
  }
}

/** The earliest instant by which something is to be done. */
const pressure = ({ wait, windowUntil, followUpAt }: QueueEntry): number =>
  Math.min(
    wait?.due.deadline ?? Number.POSITIVE_INFINITY,
    windowUntil ?? Number.POSITIVE_INFINITY,
    followUpAt ?? Number.POSITIVE_INFINITY,
  );

/** What a conversation is worth so far: its place on the ladder, nothing where nobody said. */
const worth = ({ outcome }: QueueEntry): number => (outcome === null ? -1 : OUTCOMES.indexOf(outcome));

const since = ({ wait }: QueueEntry): number => wait?.startedAt ?? Number.POSITIVE_INFINITY;

/** Who to answer next: by the time left, then by what it is worth, then by who has waited longest. */
export const byUrgency = (a: QueueEntry, b: QueueEntry): number =>
  order(pressure(a), pressure(b)) || worth(b) - worth(a) || order(since(a), since(b));

const order = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);
