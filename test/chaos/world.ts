import { hashOf, pick, randomFrom } from "#test/business-suite/world/random.ts";
import type { Look, SeenMessage } from "#lib/domain/observe.ts";
import type { Sender } from "#lib/domain/sender.ts";
import type { Thread } from "#lib/domain/thread.ts";

/** Two Pages; the first is the stand-in's, so that a browser meets the devices there. */
export const PAGES = ["9000000000000001", "9000000000000002"] as const;

const MINUTE = 60_000;
const DAY = 86_400_000;
/** How long a thread is worked on, and how many are at a time. */
const SHIFT_MS = 3_000;
const AT_ONCE = 8;

/** The threads that everybody works on now: the same few for all, and others a moment later. */
export function threadsAt(elapsedMs: number): Thread[] {
  const first = Math.floor(elapsedMs / SHIFT_MS);
  return Array.from({ length: AT_ONCE }, (_, place) => threadOf(first + place));
}

export const threadOf = (number: number): Thread => ({
  channel: number % 3 === 0 ? "IG_MESSAGE" : "FB_MESSAGE",
  asset: PAGES[number % 2] ?? PAGES[0],
  id: `7000000000${String(number).padStart(5, "0")}`,
});

/** What was written in a thread, oldest first: the same for whoever looks. Some breaks are longer than a week. */
function written({ id }: Thread, now: number): { key: string; at: number; sender: Sender }[] {
  const random = randomFrom(hashOf(id));
  const count = 4 + Math.floor(random() * 12);
  let at = now - (now % DAY) - 20 * DAY;
  return Array.from({ length: count }, (_, number) => {
    at += random() < 0.15 ? 7 * DAY + random() * DAY : random() * 200 * MINUTE;
    const sender = pick(random, ["customer", "customer", "person", "bot", "automatic"] as const);
    return { key: `m_${id}_${number}`, at: Math.round(at / 1_000) * 1_000, sender };
  }).filter((message) => message.at < now + MINUTE);
}

/**
 * What one browser sees of it: the last few messages, exactly or to the minute, with or without ids, its own sender
 * known or not. So no two need agree.
 */
export function lookAt(thread: Thread, now: number, random: () => number): Look {
  const all = written(thread, now);
  const from = random() < 0.4 ? 0 : Math.floor(random() * all.length);
  const isExact = random() < 0.6;
  const hasKeys = random() < 0.8;
  const knowsSenders = random() < 0.7;
  const messages = all.slice(from).map(({ key, at, sender }): SeenMessage => ({
    key: hasKeys ? key : null,
    at: isExact ? at : at - (at % MINUTE),
    precision: isExact ? "second" : "minute",
    sender: knowsSenders || sender === "customer" ? sender : "unknown",
  }));
  return { thread, messages, beginning: from === 0 && random() < 0.5 };
}
