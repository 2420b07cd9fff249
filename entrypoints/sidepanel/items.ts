import type { TimeWords } from "#components/queue/live.tsx";
import type { QueueItem } from "#components/queue/queue-list.tsx";
import { HANDOFF_NAMES, type HandoffKind, OUTCOME_NAMES } from "#lib/domain/outcome.ts";
import type { QueueEntry } from "#lib/domain/queue.ts";
import type { Due } from "#lib/domain/response-due.ts";
import { CHANNEL_NAMES, threadKey } from "#lib/domain/thread.ts";
import { standsUntil, steady } from "#lib/overlay/steady.ts";
import { TO_MINUTE, timerOf, windowTimer } from "#lib/overlay/timer.ts";
import { dayTime } from "#lib/overlay/words.ts";

const deadlineOf = ({ due }: { due: Due }): number => due.deadline ?? Number.POSITIVE_INFINITY;

/** Of an answer and a handoff the one that is due first is told. */
const isFirst = (handoff: { due: Due }, wait: { due: Due } | null): boolean =>
  wait === null || deadlineOf(handoff) < deadlineOf(wait);

/** The time of an entry in words, to the minute: of an answer that is waited for, else of the follow-up. */
export function timeWords(entry: QueueEntry, now: number): TimeWords {
  const { thread, wait, handoff, windowUntil, followUpAt } = entry;
  if (handoff && isFirst(handoff, wait)) {
    const { due, startedAt } = handoff;
    const asked = {
      metric: "handoff" as const,
      channel: thread.channel,
      startedAt,
      from: startedAt,
      pauses: [],
    };
    const { tone, short } = timerOf({ asked, due, atLeast: false }, now, TO_MINUTE);
    return { tone, text: short, isEstimated: false };
  }
  if (wait) {
    const { due, atLeast, metric, startedAt, from } = wait;
    const asked = { metric, channel: thread.channel, startedAt, from, pauses: [] };
    const closing = windowUntil === null ? null : windowTimer(windowUntil, due, now, TO_MINUTE);
    const { tone, short } = closing ?? timerOf({ asked, due, atLeast }, now, TO_MINUTE);
    return { tone, text: short, isEstimated: atLeast };
  }
  if (followUpAt === null) return { tone: "quiet", text: "nobody waits", isEstimated: false };
  return followUpAt <= now
    ? { tone: "soon", text: "follow up due", isEstimated: false }
    : { tone: "calm", text: `follow up ${dayTime(followUpAt, now)}`, isEstimated: false };
}

/** All that the words of an entry count from or to. */
const instantsOf = ({ wait, handoff, windowUntil, followUpAt }: QueueEntry): number[] =>
  [wait, handoff]
    .flatMap((waited) => (waited ? [waited.startedAt, waited.due.deadline, waited.due.soonAt] : []))
    .concat(windowUntil, followUpAt)
    .filter((instant) => instant !== null);

const notesOf = ({ thread, outcome, handoff, wait, followUpAt }: QueueEntry): string[] => [
  CHANNEL_NAMES[thread.channel],
  outcome === null ? "not tagged" : OUTCOME_NAMES[outcome],
  ...(handoff ? [offerWords(handoff)] : []),
  ...(wait && followUpAt !== null ? ["follow-up set"] : []),
];

const offerWords = ({ to, isToMe }: { to: HandoffKind; isToMe: boolean }): string =>
  `${isToMe ? "handed to you" : "nobody accepted yet"}: ${HANDOFF_NAMES[to].toLowerCase()}`;

export function itemOf(entry: QueueEntry): QueueItem {
  const instants = instantsOf(entry);
  return {
    key: threadKey(entry.thread),
    name: entry.name,
    notes: notesOf(entry),
    time: steady(
      (now) => timeWords(entry, now),
      (now) => standsUntil(instants, now),
    ),
  };
}
