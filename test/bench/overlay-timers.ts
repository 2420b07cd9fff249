import { itemOf } from "#entrypoints/sidepanel/items.ts";
import { nanoseconds } from "#test/bench/measure.ts";
import { entriesAt, TIMERS } from "#test/bench/queue-entries.ts";
import { below, type Row } from "#test/bench/row.ts";

const NOON = Date.UTC(2026, 9, 5, 12);

/**
 * What each second costs a queue of 500: every timer says its words, and what is drawn is only the words that differ.
 * The drawing is not in this figure; `overlay-queue.ts` has it.
 */
export function rows(): Row[] {
  const items = entriesAt(NOON).map(itemOf);
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
