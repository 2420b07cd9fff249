import { describe, expect, it } from "vitest";
import { compileHours } from "#lib/domain/calendar.ts";
import { pausesOf } from "#lib/domain/pause.ts";
import { DEFAULT_TARGETS, type Targets } from "#lib/domain/response-target.ts";
import type { ResponseRules } from "#lib/domain/response-due.ts";
import type { Timed } from "#lib/domain/response-run.ts";
import { type Clock, clocksOf, shownClock } from "#lib/domain/response-time.ts";
import { type Moment, waitsOf } from "#lib/domain/wait.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A Monday, 09:00 UTC. */
const NINE = Date.UTC(2024, 0, 15, 9);

const nineToFive = compileHours({
  timeZone: "UTC",
  weekly: Object.fromEntries(["mon", "tue", "wed", "thu", "fri"].map((day) => [day, [["09:00", "17:00"]]])),
});
const rules: ResponseRules = {
  hours: [{ from: 0, value: nineToFive }],
  targets: [{ from: 0, value: DEFAULT_TARGETS }],
};

const moment = (
  minutes: number,
  what: Moment["what"],
  precision: Moment["precision"] = "second",
): Moment => ({
  at: NINE + minutes * MINUTE,
  precision,
  what,
});

const conversation = (moments: Moment[], rest: Partial<Timed> = {}): Timed => ({
  start: {
    at: moments[0]?.at ?? NINE,
    seen: true,
    precision: moments[0]?.precision ?? "second",
    by: "customer",
  },
  waits: waitsOf(moments, { unknownIsPerson: false }).waits,
  tags: [],
  handoffs: [],
  pauses: [],
  ...rest,
});

const tagged = (minutes: number): Timed["tags"][number] => ({
  event: "tag",
  outcome: "qualified",
  reason: null,
  at: NINE + minutes * MINUTE,
  by: undefined,
  device: "device",
  withdrawn: false,
});

const offered = (minutes: number, acceptedAfter: number | null, returnedAfter: number | null = null) => {
  const at = NINE + minutes * MINUTE;
  const later = (after: number | null) => (after === null ? null : at + after * MINUTE);
  return {
    event: "offer",
    to: "sales" as const,
    whom: null,
    at,
    by: undefined,
    acceptedAt: later(acceptedAfter),
    held: null,
    returnedAt: later(returnedAfter),
    returned: null,
    returnReason: null,
  };
};

const clocks = (timed: Timed, now: number, by: ResponseRules = rules) =>
  clocksOf(timed, "FB_MESSAGE", by, NINE + now * MINUTE);
const only = (all: Clock[], metric: Clock["metric"]) => all.filter((clock) => clock.metric === metric);
const states = (all: Clock[], metric: Clock["metric"]) => only(all, metric).map(({ state }) => state);

describe("a first reply that is asked for", () => {
  const waiting = conversation([moment(0, "customer")]);
  it.each([
    [0, "due"],
    [11.9, "due"],
    [12, "due_soon"],
    [15, "due_soon"],
    [15.001, "missed"],
  ])("is, after %d minutes, %s", (now, state) => {
    expect(states(clocks(waiting, now), "first_reply")).toEqual([state]);
  });

  it.each([
    [15, "met", null],
    [15.001, "missed", NINE + 15 * MINUTE],
  ])("answered after %d minutes is %s: equality is in time", (minutes, state, missedAt) => {
    const [clock] = only(
      clocks(conversation([moment(0, "customer"), moment(minutes, "person")]), 60),
      "first_reply",
    );
    expect(clock).toMatchObject({ state, missedAt, tookMs: minutes * MINUTE, wallMs: minutes * MINUTE });
  });

  it("counts business time, and the wall clock beside it", () => {
    const [clock] = clocks(
      conversation([moment(8 * 60 - 5, "customer"), moment(24 * 60 + 5, "person")]),
      3000,
    );
    expect(clock).toMatchObject({ state: "met", tookMs: 10 * MINUTE, wallMs: 16 * HOUR + 10 * MINUTE });
  });

  it("is missed once for each wait, answered later or not", () => {
    const late = [moment(0, "customer"), moment(20, "person"), moment(30, "customer")];
    const all = clocks(conversation(late), 100);
    expect(states(all, "first_reply")).toEqual(["missed"]);
    expect(only(all, "next_reply")).toMatchObject([
      { state: "missed", missedAt: NINE + 45 * MINUTE, endedAt: null },
    ]);
  });

  it.each<[string, Moment["what"], number, string]>([
    ["closed in time is neither met nor missed", "closed", 10, "ended"],
    ["closed too late stays missed", "closed", 16, "missed"],
    ["no answer needed is neither", "no_answer_needed", 10, "ended"],
    ["a bot's answer is no reply", "bot", 10, "ended"],
    ["an unknown author's message is no reply", "unknown", 10, "ended"],
    ["an automatic message is nothing", "automatic", 10, "missed"],
  ])("%s", (_, what, minutes, state) => {
    const [clock] = clocks(conversation([moment(0, "customer"), moment(minutes, what)]), 60);
    expect(clock).toMatchObject({ state, tookMs: null });
  });

  it("runs from where a bot passed the customer on", () => {
    const passed = [moment(0, "customer"), moment(10, "bot_handed_over"), moment(24, "person")];
    expect(clocks(conversation(passed), 60)[0]).toMatchObject({
      state: "met",
      startedAt: NINE,
      tookMs: 14 * MINUTE,
    });
  });

  it("has no deadline where nothing is ever open, and says so", () => {
    const never = {
      ...rules,
      hours: [{ from: 0, value: compileHours({ timeZone: "UTC", weekly: {} }) }] as const,
    };
    expect(clocks(waiting, 60, never)[0]).toMatchObject({ state: "no_deadline", deadline: null });
  });

  it("is only measured where no target is set", () => {
    const measured: Targets = {
      ...DEFAULT_TARGETS,
      first_reply: { ...DEFAULT_TARGETS.first_reply, FB_MESSAGE: { seconds: null, clock: "business" } },
    };
    const by: ResponseRules = { ...rules, targets: [{ from: 0, value: measured }] };
    const answered = conversation([moment(0, "customer"), moment(90, "person")]);
    expect(clocks(answered, 100, by)[0]).toMatchObject({ state: "no_target", tookMs: 90 * MINUTE });
    expect(shownClock(only(clocks(waiting, 1, by), "first_reply"))).toBeNull();
  });

  it("keeps the hours and targets in force when it started", () => {
    const strict: Targets = {
      ...DEFAULT_TARGETS,
      first_reply: { ...DEFAULT_TARGETS.first_reply, FB_MESSAGE: { seconds: 60, clock: "wall" } },
    };
    const by: ResponseRules = {
      ...rules,
      targets: [
        { from: 0, value: DEFAULT_TARGETS },
        { from: NINE + MINUTE, value: strict },
      ],
    };
    expect(states(clocks(waiting, 10, by), "first_reply")).toEqual(["due"]);
    expect(states(clocks(conversation([moment(1, "customer")]), 10, by), "first_reply")).toEqual(["missed"]);
  });
});

describe("time to outcome", () => {
  const asked = [moment(0, "customer"), moment(1, "person")];

  it("is a day by the wall clock, to the first tag that stands", () => {
    const tag = tagged(23 * 60);
    expect(states(clocks(conversation(asked, { tags: [tag] }), 6000), "outcome")).toEqual(["met"]);
    expect(
      states(clocks(conversation(asked, { tags: [{ ...tag, withdrawn: true }] }), 6000), "outcome"),
    ).toEqual(["missed"]);
  });

  it("is paused while the team waits on the customer, and goes on by itself when they write", () => {
    const pauses = (incoming: number[]) =>
      pausesOf(
        [NINE + HOUR],
        incoming.map((minutes) => NINE + minutes * MINUTE),
      );
    const open = conversation(asked, { pauses: pauses([0]) });
    expect(only(clocks(open, 3000), "outcome")).toMatchObject([{ state: "paused", deadline: null }]);
    const back = conversation(asked, { pauses: pauses([0, 121]) });
    expect(only(clocks(back, 1499), "outcome")).toMatchObject([
      { deadline: NINE + 24 * HOUR + 61 * MINUTE, state: "due_soon" },
    ]);
    expect(states(clocks(back, 1502), "outcome")).toEqual(["missed"]);
    expect(states(clocks(open, 30), "first_reply")).toEqual(["met"]);
  });

  it("from a start that is known to the hour only is left out of statistics", () => {
    const rough = conversation([moment(0, "customer", "hour")], { tags: [tagged(60)] });
    expect(only(clocks(rough, 90), "outcome")).toMatchObject([{ inexact: true }]);
    expect(only(clocks(conversation(asked, { tags: [tagged(60)] }), 90), "outcome")).toMatchObject([
      { inexact: false, tookMs: HOUR },
    ]);
  });

  it("cannot be timed from a start that was not seen", () => {
    const start = { at: NINE, seen: false, precision: "second" as const, by: "unknown" as const };
    expect(states(clocks(conversation(asked, { start }), 60), "outcome")).toEqual([]);
  });

  it("runs from the customer's first message where the business wrote first", () => {
    const outreach = [moment(0, "person"), moment(30, "customer")];
    const start = { at: NINE, seen: true, precision: "second" as const, by: "business" as const };
    expect(only(clocks(conversation(outreach, { start }), 60), "outcome")[0]?.from).toBe(NINE + 30 * MINUTE);
  });
});

describe("a handoff", () => {
  it.each<[string, number | null, number | null, string]>([
    ["accepted in time is met", 30, null, "met"],
    ["accepted late is missed", 31, null, "missed"],
    ["returned in time is neither", null, 10, "ended"],
    ["accepted in time and returned later is met", 10, 40, "met"],
    ["open is missed after its target", null, null, "missed"],
  ])("%s", (_, accepted, returned, state) => {
    const handed = conversation([moment(0, "customer")], { handoffs: [offered(5, accepted, returned)] });
    expect(states(clocks(handed, 60), "handoff")).toEqual([state]);
  });
});

describe("of several clocks", () => {
  it("the one due first is shown; ties go to the reply", () => {
    const handed = conversation([moment(0, "customer")], { handoffs: [offered(0, null)] });
    expect(shownClock(clocks(handed, 5))?.metric).toBe("first_reply");
    const tied: Targets = { ...DEFAULT_TARGETS, outcome: DEFAULT_TARGETS.first_reply };
    expect(
      shownClock(clocks(handed, 5, { ...rules, targets: [{ from: 0, value: tied }] }).toReversed())?.metric,
    ).toBe("first_reply");
  });

  it("none is shown where none runs", () => {
    const done = conversation([moment(0, "customer"), moment(1, "person")], { tags: [tagged(2)] });
    expect(shownClock(clocks(done, 60))).toBeNull();
  });
});
