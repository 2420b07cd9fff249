import type { DeadlineInput } from "./alert.ts";
import { type Handoff, isOfferedTo, waitingOffer } from "./handoff.ts";
import { type HandoffKind, type Outcome, OUTCOMES } from "./outcome.ts";
import { isOwnedBy } from "./owner.ts";
import { type Due, dueOf, type ResponseRules } from "./response-due.ts";
import { runsOf } from "./response-run.ts";
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
  /** An offer that nobody has accepted yet, and when somebody is to have; only in a team. */
  handoff: { to: HandoffKind; startedAt: number; due: Due; isToMe: boolean } | null;
  /** This member accepted its last handoff, else replied or tagged last. */
  isMine: boolean;
}

export interface QueueInput extends DeadlineInput {
  now: number;
}

/** The entry of a thread's latest conversation; null where there is nothing to do: answered, tagged, not put off. */
export function entryOf({
  thread,
  name,
  conversation,
  rules,
  me,
  hasTeam,
  now,
}: QueueInput): QueueEntry | null {
  const { waits, outcome, followUpAt, lastCustomerAt } = conversation;
  const last = waits.at(-1);
  const run = runsOf(conversation).findLast(
    ({ metric, endedAt, startedAt }) =>
      (metric === "first_reply" || metric === "next_reply") &&
      endedAt === null &&
      now - startedAt < OLDEST_MS,
  );
  const isUntagged = outcome === null && now - (lastCustomerAt ?? 0) < OLDEST_MS;
  const offer = hasTeam ? waitingOffer(conversation.handoffs) : null;
  if (!run && followUpAt === null && !isUntagged && !offer) return null;
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
    handoff: offer && offered(offer, thread, rules, me),
    isMine: isOwnedBy(conversation, me),
  };
}

function offered(
  offer: Handoff,
  { channel }: Thread,
  rules: ResponseRules,
  me: string | null,
): QueueEntry["handoff"] {
  const { to, at } = offer;
  const run = { metric: "handoff" as const, startedAt: at, from: at, pauses: [] };
  return { to, startedAt: at, due: dueOf(run, channel, rules), isToMe: isOfferedTo(offer, me) };
}

export const QUEUE_FILTERS = ["next", "mine", "handed_to_me", "untagged", "closing", "follow_up"] as const;
export type QueueFilter = (typeof QUEUE_FILTERS)[number];

const isFollowUpDue = ({ followUpAt }: QueueEntry, now: number): boolean =>
  followUpAt !== null && followUpAt <= now;

const isPast = (due: Due | undefined, now: number): boolean =>
  (due?.deadline ?? Number.POSITIVE_INFINITY) < now;

/** Somebody waits beyond the target, for an answer or for a colleague to take over, or is to be followed up now. */
export const isOverdue = (entry: QueueEntry, now: number): boolean =>
  isPast(entry.wait?.due, now) || isPast(entry.handoff?.due, now) || isFollowUpDue(entry, now);

/** Whether an entry stands under a filter. `next` is who waits, whom one is to take over, and whose follow-up is due. */
export function isUnder(filter: QueueFilter, entry: QueueEntry, now: number): boolean {
  const { wait, handoff } = entry;
  const isToMe = handoff?.isToMe ?? false;
  const isNext = wait !== null || isToMe || isPast(handoff?.due, now) || isFollowUpDue(entry, now);
  switch (filter) {
    case "next":
      return isNext;
    case "mine":
      return isNext && entry.isMine;
    case "handed_to_me":
      return isToMe;
    case "untagged":
      return entry.outcome === null;
    case "closing":
      return entry.windowUntil !== null && entry.windowUntil > now && entry.windowUntil - now < CLOSING_MS;
    case "follow_up":
      return entry.followUpAt !== null;
  }
}

/** The earliest instant by which something is to be done. */
const pressure = ({ wait, handoff, windowUntil, followUpAt }: QueueEntry): number =>
  Math.min(
    wait?.due.deadline ?? Number.POSITIVE_INFINITY,
    handoff?.due.deadline ?? Number.POSITIVE_INFINITY,
    windowUntil ?? Number.POSITIVE_INFINITY,
    followUpAt ?? Number.POSITIVE_INFINITY,
  );

/** What a conversation is worth so far: its place on the ladder, nothing where nobody said. */
const worth = ({ outcome }: QueueEntry): number => (outcome === null ? -1 : OUTCOMES.indexOf(outcome));

const since = ({ wait, handoff }: QueueEntry): number =>
  wait?.startedAt ?? handoff?.startedAt ?? Number.POSITIVE_INFINITY;

/** Who to answer next: by the time left, then by what it is worth, then by who has waited longest. */
export const byUrgency = (a: QueueEntry, b: QueueEntry): number =>
  order(pressure(a), pressure(b)) || worth(b) - worth(a) || order(since(a), since(b));

const order = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);
