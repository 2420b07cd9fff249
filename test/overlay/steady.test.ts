import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { itemOf, timeWords } from "#entrypoints/sidepanel/items.ts";
import type { QueueEntry } from "#lib/domain/queue.ts";

const NOON = Date.UTC(2026, 9, 5, 12);
const DAY = 86_400_000;

const instant = fc.integer({ min: NOON - 2 * DAY, max: NOON + 8 * DAY });
const due = fc.record({
  deadline: fc.option(instant),
  soonAt: fc.option(instant),
  target: fc.constant({ seconds: 900, clock: "business" as const }),
});

const entry: fc.Arbitrary<QueueEntry> = fc.record({
  thread: fc.constant({ channel: "FB_MESSAGE" as const, asset: "100", id: "9000" }),
  name: fc.constant(null),
  wait: fc.option(
    fc.record({
      startedAt: instant,
      from: instant,
      metric: fc.constantFrom("first_reply" as const, "next_reply" as const),
      atLeast: fc.boolean(),
      due,
    }),
  ),
  windowUntil: fc.option(instant),
  followUpAt: fc.option(instant),
  outcome: fc.constant(null),
  handoff: fc.option(
    fc.record({ to: fc.constant("sales" as const), startedAt: instant, due, isToMe: fc.boolean() }),
  ),
  isMine: fc.boolean(),
});

/** A clock that ticks, jumps, stands on a whole minute and now and then goes back. */
const clock = fc.array(
  fc.oneof(
    fc.constant(1_000),
    fc.integer({ min: 1, max: 1_500 }),
    fc.integer({ min: 1, max: 90 }).map((minutes) => minutes * 60_000),
    fc.integer({ min: -3_600_000, max: DAY }),
  ),
  { maxLength: 60 },
);

describe("the words of a queue", () => {
  it("are at every tick what they would be if they were read anew", () => {
    fc.assert(
      fc.property(entry, instant, clock, (one, start, steps) => {
        const { time } = itemOf(one);
        let now = start;
        for (const step of steps) {
          expect(time(now)).toEqual(timeWords(one, now));
          now += step;
        }
      }),
      { numRuns: 300 },
    );
  });

  it("say another minute of the last hour once a minute", () => {
    const { time } = itemOf({
      thread: { channel: "FB_MESSAGE", asset: "100", id: "9000" },
      name: null,
      wait: {
        startedAt: NOON,
        from: NOON,
        metric: "next_reply",
        atLeast: false,
        due: { deadline: NOON + 600_000, soonAt: null, target: { seconds: 600, clock: "business" } },
      },
      windowUntil: null,
      followUpAt: null,
      outcome: null,
      handoff: null,
      isMine: false,
    });
    const at = (seconds: number) => time(NOON + seconds * 1_000).text;
    expect([0, 1, 60, 61, 540, 541, 600].map(at)).toEqual([
      "10 min",
      "9 min",
      "9 min",
      "8 min",
      "1 min",
      "under 1 min",
      "under 1 min",
    ]);
    expect([601, 660, 719, 720].map(at)).toEqual([
      "under 1 min over",
      "1 min over",
      "1 min over",
      "2 min over",
    ]);
  });
});
