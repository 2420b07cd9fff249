import type { TimeWords } from "#components/queue/live.tsx";
import type { QueueItem } from "#components/queue/queue-list.tsx";
import { OUTCOME_NAMES } from "#lib/domain/outcome.ts";
import type { QueueEntry } from "#lib/domain/queue.ts";
import { CHANNEL_NAMES, threadKey } from "#lib/domain/thread.ts";
import { timerOf, windowTimer } from "#lib/overlay/timer.ts";
import { dayTime } from "#lib/overlay/words.ts";

/** The time of an entry in words: of an answer that is waited for, else of the follow-up. */
export function timeWords({ thread, wait, windowUntil, followUpAt }: QueueEntry, now: number): TimeWords {
  if (wait) {
    const { due, atLeast, metric, startedAt, from } = wait;
    const asked = { metric, channel: thread.channel, startedAt, from, pauses: [] };
    const closing = windowUntil === null ? null : windowTimer(windowUntil, due, now);
    const { tone, short } = closing ?? timerOf({ asked, due, atLeast }, now);
    return { tone, text: short, isEstimated: atLeast };
  }
  if (followUpAt === null) return { tone: "quiet", text: "not tagged", isEstimated: false };
  return followUpAt <= now
    ? { tone: "soon", text: "follow up due", isEstimated: false }
    : { tone: "calm", text: `follow up ${dayTime(followUpAt, now)}`, isEstimated: false };
}

const notesOf = ({ thread, outcome, isHandedOff, wait, followUpAt }: QueueEntry): string[] => [
  CHANNEL_NAMES[thread.channel],
  outcome === null ? "not tagged" : OUTCOME_NAMES[outcome],
  ...(isHandedOff ? ["handed off"] : []),
  ...(wait && followUpAt !== null ? ["follow-up set"] : []),
];

export const itemOf = (entry: QueueEntry): QueueItem => ({
  key: threadKey(entry.thread),
  name: entry.name,
  notes: notesOf(entry),
  time: (now) => timeWords(entry, now),
});
