import type { QueueEntry } from "#lib/domain/queue.ts";

export const TIMERS = 500;

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** Waits of all kinds: over, due soon, due today and tomorrow, known roughly, and follow-ups. */
function entry(place: number, now: number): QueueEntry {
  // Customers write at any second of a minute.
  const startedAt = now - ((place * 7) % 600) * MINUTE - ((place * 37) % 60) * SECOND;
  const deadline = startedAt + ((place * 13) % 1_500) * MINUTE;
  const isFollowUp = place % 10 === 9;
  return {
    thread: { channel: "FB_MESSAGE", asset: "100", id: String(9_000 + place) },
    name: `Customer ${place}`,
    wait: isFollowUp
      ? null
      : {
          startedAt,
          from: startedAt,
          metric: "next_reply",
          atLeast: place % 4 === 0,
          due: { deadline, soonAt: deadline - 5 * MINUTE, target: { seconds: 900, clock: "business" } },
        },
    windowUntil: place % 3 === 0 ? startedAt + 1_440 * MINUTE : null,
    followUpAt: isFollowUp ? now + place * MINUTE : null,
    outcome: null,
    handoff: null,
    isMine: false,
  };
}

/** A queue of 500 at an instant. */
export const entriesAt = (now: number): QueueEntry[] =>
  Array.from({ length: TIMERS }, (_, place) => entry(place, now));
