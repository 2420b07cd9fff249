import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Alert,
  alertsOf,
  type Deadline,
  deadlineKey,
  deadlinesOf,
  type Stage,
} from "#lib/domain/alert.ts";
import { type AlertRules, AlertRules as Schema, DEFAULT_ALERTS } from "#lib/domain/alert-rules.ts";
import { compileHours } from "#lib/domain/calendar.ts";
import { WEEKDAYS } from "#lib/domain/calendar-hours.ts";
import { fold } from "#lib/domain/conversation.ts";
import { responseRulesOf } from "#lib/domain/response-rules.ts";
import { METRICS } from "#lib/domain/response-target.ts";
import { CHANNELS } from "#lib/domain/thread.ts";
import { event, HOUR, MINUTE, MONDAY, says, THREAD } from "./story.ts";

const deadline: fc.Arbitrary<Deadline> = fc
  .record({
    channel: fc.constantFrom(...CHANNELS),
    id: fc.integer({ min: 1, max: 4 }),
    metric: fc.constantFrom(...METRICS),
    minutes: fc.integer({ min: 0, max: 3_000 }),
    isMine: fc.boolean(),
  })
  .map(({ channel, id, metric, minutes, isMine }) => ({
    thread: { ...THREAD, channel, id: String(id) },
    name: null,
    metric,
    from: MONDAY,
    at: MONDAY + minutes * MINUTE,
    isMine,
  }));

const running = fc.uniqueArray(deadline, { selector: deadlineKey, maxLength: 8 });

const rules: fc.Arbitrary<AlertRules> = fc.record({
  on: fc.boolean(),
  minutesBefore: fc.option(fc.integer({ min: 1, max: 600 })),
  metrics: fc.subarray([...METRICS]),
  channels: fc.subarray([...CHANNELS]),
  whose: fc.constantFrom("all", "mine"),
  quiet: fc
    .tuple(fc.subarray([...WEEKDAYS]), fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 12 }))
    .map(([days, from, hours]) =>
      Object.fromEntries(
        days.map((day) => [
          day,
          [[clock(from), clock(Math.min(24, from + hours))] satisfies [string, string]],
        ]),
      ),
    ),
});
const clock = (hour: number) => `${String(hour).padStart(2, "0")}:00`;

/** Looks every few minutes, and keeps what was told, as a device does over its restarts. */
function live(
  all: readonly Deadline[],
  given: AlertRules,
  looks: readonly number[],
  endOf = new Map<string, number>(),
) {
  const quiet = compileHours({ timeZone: "UTC", weekly: given.quiet });
  const told = new Map<string, Stage>();
  const log: (Alert & { now: number })[] = [];
  for (const now of looks) {
    const alive = all.filter((one) => now < (endOf.get(deadlineKey(one)) ?? Number.POSITIVE_INFINITY));
    const { tell, pass } = alertsOf({ running: alive, told, rules: given, quiet, isSeen: () => false, now });
    for (const alert of [...tell, ...pass]) told.set(deadlineKey(alert), alert.stage);
    log.push(...tell.map((alert) => ({ ...alert, now })));
  }
  return { log, quiet };
}

const looks = fc.array(fc.integer({ min: 1, max: 240 }), { maxLength: 60 }).map((steps) =>
  steps.map(
    (
      (now) => (step: number) =>
        (now += step * MINUTE)
    )(MONDAY),
  ),
);

describe("alerts, whatever waits and whenever it is looked at", () => {
  it("come never in quiet hours, and only for what was asked for", () => {
    fc.assert(
      fc.property(running, rules, looks, (all, given, at) => {
        const { log, quiet } = live(all, Schema.parse(given), at);
        for (const { now, metric, thread, isMine } of log) {
          expect(quiet.openAt(now)).toBe(false);
          expect(given.on && given.metrics.includes(metric) && given.channels.includes(thread.channel)).toBe(
            true,
          );
          expect(given.whose === "all" || isMine).toBe(true);
        }
      }),
    );
  });

  it("come once a deadline and stage, a near one before it and a missed one after it", () => {
    fc.assert(
      fc.property(running, rules, looks, (all, given, at) => {
        const { log } = live(all, given, at);
        const told = log.map((alert) => `${deadlineKey(alert)} ${alert.stage}`);
        expect(new Set(told).size).toBe(told.length);
        for (const { stage, now, at: due } of log) expect(stage === "missed").toBe(now > due);
      }),
    );
  });

  it("come never once the wait is over", () => {
    const ends = fc.array(fc.integer({ min: 0, max: 3_000 }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(running, rules, looks, ends, (all, given, at, minutes) => {
        const endOf = new Map(all.map((one, n) => [deadlineKey(one), MONDAY + (minutes[n] ?? 0) * MINUTE]));
        for (const alert of live(all, given, at, endOf).log)
          expect(alert.now).toBeLessThan(endOf.get(deadlineKey(alert)) ?? 0);
      }),
    );
  });

  it("are not forgotten: looked at each minute, with nothing quiet, every deadline is told", () => {
    const open = { ...DEFAULT_ALERTS, metrics: [...METRICS] };
    fc.assert(
      fc.property(running, (all) => {
        const minutely = Array.from({ length: 3_010 }, (_, minute) => MONDAY + minute * MINUTE);
        const missed = live(all, open, minutely).log.filter(({ stage }) => stage === "missed");
        expect(new Set(missed.map(deadlineKey))).toEqual(new Set(all.map(deadlineKey)));
      }),
      { numRuns: 10 },
    );
  });
});

describe("the deadlines of a conversation", () => {
  const wall = responseRulesOf({ hours: null, targets: null }, "UTC");
  const of = (...events: Parameters<typeof fold>[0]) => {
    const conversation = fold(events).at(-1);
    return conversation
      ? deadlinesOf({ thread: THREAD, name: "Nora", conversation, rules: wall, me: null, hasTeam: true }).map(
          ({ metric, at }) => [metric, at],
        )
      : null;
  };

  it("is the answer's while somebody waits, none after it, and none where the start is only roughly known", () => {
    const asked = says("customer", MONDAY);
    expect(of(asked)).toEqual([["first_reply", MONDAY + 15 * MINUTE]]);
    expect(of(asked, says("person", MONDAY + MINUTE))).toEqual([]);
    expect(of(asked, event("no_answer_needed", MONDAY + MINUTE, {}))).toEqual([]);
    expect(of({ ...asked, precision: "hour" })).toEqual([]);
  });

  it("wakes at the next deadline, or shortly before it", () => {
    const conversation = fold([says("customer", MONDAY)]).at(-1);
    const waiting = conversation
      ? deadlinesOf({ thread: THREAD, name: null, conversation, rules: wall, me: null, hasTeam: true })
      : [];
    const next = (now: number) =>
      alertsOf({
        running: waiting,
        told: new Map(),
        rules: DEFAULT_ALERTS,
        quiet: compileHours({ timeZone: "UTC", weekly: {} }),
        isSeen: () => false,
        now,
      }).next;
    expect(next(MONDAY)).toBe(MONDAY + 10 * MINUTE);
    expect(next(MONDAY + 11 * MINUTE)).toBe(MONDAY + 15 * MINUTE + 1);
    expect(next(MONDAY + HOUR)).toBeNull();
  });
});
