import type { History, Message } from "./observation.ts";
import { type Precision, widthOf } from "./precision.ts";
import { isWriter } from "./sender.ts";

/** Meta's own rule for a new conversation: seven days without activity. */
export const DEFAULT_GAP_MS = 7 * 86_400_000;

/** Where a conversation begins. `seen` is false for "before T": shown and taggable, in no cohort. */
export interface Start {
  /** Epoch ms; for a start that was not seen, the oldest instant known. */
  at: number;
  seen: boolean;
  precision: Precision;
  by: "customer" | "business" | "unknown";
}

export interface Episode {
  start: Start;
  messages: Message[];
}

/**
 * Cuts the messages of a thread (oldest first) into conversations. A customer message starts one when no customer,
 * person or bot wrote in the gap before it. The start counts as seen where one device read the whole gap, or the
 * beginning of the thread, without a hole.
 */
export function cut(messages: readonly Message[], histories: readonly History[], gapMs: number): Episode[] {
  const starts = startsOf(messages, histories, gapMs);
  return starts.map((start, number) => {
    const from = number === 0 ? Number.NEGATIVE_INFINITY : start.at;
    const until = starts[number + 1]?.at ?? Number.POSITIVE_INFINITY;
    return { start, messages: messages.filter(({ at }) => from <= at && at < until) };
  });
}

function startsOf(messages: readonly Message[], histories: readonly History[], gapMs: number): Start[] {
  const starts: Start[] = [];
  let lastWrite = Number.NEGATIVE_INFINITY;
  for (const message of messages.filter(({ sender }) => isWriter(sender))) {
    const isCustomer = message.sender === "customer";
    if (starts.length === 0 || (isCustomer && message.at - lastWrite >= gapMs))
      starts.push({
        at: message.at,
        seen: isStartSeen(message, histories, gapMs),
        precision: message.precision,
        by: isCustomer ? "customer" : "business",
      });
    lastWrite = message.at;
  }
  const [oldest] = messages;
  return starts.length === 0 && oldest
    ? [{ at: oldest.at, seen: false, precision: oldest.precision, by: "unknown" }]
    : starts;
}

function isStartSeen(message: Message, histories: readonly History[], gapMs: number): boolean {
  const latest = message.at + widthOf(message.precision);
  return histories.some(
    ({ from, to, beginning }) =>
      to >= message.at && (from <= message.at - gapMs || (beginning && from <= latest)),
  );
}

/** The conversation in progress at an instant: the last that had started, else the first. */
export function indexAt(episodes: readonly { start: Start }[], at: number): number {
  const next = episodes.findIndex(({ start }) => start.at > at);
  return next === -1 ? Math.max(0, episodes.length - 1) : Math.max(0, next - 1);
}
