import { itemOf } from "#entrypoints/sidepanel/items.ts";
import type { QueueEntry } from "#lib/domain/queue.ts";
import { nanoseconds } from "#test/bench/measure.ts";
import { below, type Row } from "#test/bench/row.ts";

const TIMERS = 500;
const NOON = Date.UTC(2026, 9, 5, 12);
const MINUTE = 60_000;

/** Waits of all kinds: over, due soon, due today and tomorrow, known roughly, and follow-ups. */
function entry(place: number): QueueEntry {
  const startedAt = NOON - ((place * 7) % 600) * MINUTE;
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
    followUpAt: isFollowUp ? NOON + place * MINUTE : null,
    outcome: null,
    handoff: null,
    isMine: false,
  };
}

/**
 * What each second costs a queue of 500: every timer says its words, and what is drawn is only the words that differ.
 * The drawing is not in this figure.
 */
export function rows(): Row[] {
  const items = Array.from({ length: TIMERS }, (_, place) => itemOf(entry(place)));
  const tick = (turn: number): number => {
    const now = NOON + turn * 1_000;
    let length = 0;
    for (const { time } of items) length += time(now).text.length;
    return length;
  };
  return [
    below(
      `words of a queue of ${TIMERS} timers, once a second, without drawing`,
      "ms a second",
      nanoseconds(tick) / 1e6,
      1,
    ),
  ];
}
