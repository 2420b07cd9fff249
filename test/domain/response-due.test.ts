import { describe, expect, it } from "vitest";
import { compileHours } from "#lib/domain/calendar.ts";
import { type Asked, dueAtLatest, explainDue, type ResponseRules } from "#lib/domain/response-due.ts";
import { DEFAULT_TARGETS } from "#lib/domain/response-target.ts";

const MINUTE = 60_000;
/** A Friday, 16:50 UTC. */
const FRIDAY = Date.UTC(2024, 0, 19, 16, 50);
const MONDAY_NINE = Date.UTC(2024, 0, 22, 9);

const hours = compileHours({
  timeZone: "UTC",
  weekly: Object.fromEntries(["mon", "tue", "wed", "thu", "fri"].map((day) => [day, [["09:00", "17:00"]]])),
});
const slowFirst = {
  ...DEFAULT_TARGETS,
  first_reply: {
    ...DEFAULT_TARGETS.first_reply,
    IG_MESSAGE: { seconds: 3_600, clock: "business" as const },
  },
};
const rules: ResponseRules = {
  hours: [{ from: 0, value: hours }],
  targets: [{ from: 0, value: slowFirst }],
};
const asked = (change: Partial<Asked> = {}): Asked => ({
  metric: "next_reply",
  channel: "FB_MESSAGE",
  startedAt: FRIDAY,
  from: FRIDAY,
  pauses: [],
  ...change,
});

describe("when something is due", () => {
  it("goes by business hours: ten minutes on Friday, five on Monday", () => {
    const due = dueAtLatest(asked(), rules);
    expect(due.deadline).toBe(MONDAY_NINE + 5 * MINUTE);
    expect(due.soonAt).toBe(MONDAY_NINE + 2 * MINUTE);
    expect(due.target.seconds).toBe(900);
  });

  it("is the latest that may be meant, where the channel or the kind of reply is not known", () => {
    const late = MONDAY_NINE + 50 * MINUTE;
    expect(dueAtLatest(asked({ metric: "reply", channel: "IG_MESSAGE" }), rules).deadline).toBe(late);
    expect(dueAtLatest(asked({ metric: "first_reply", channel: null }), rules).deadline).toBe(late);
    expect(dueAtLatest(asked({ metric: "reply" }), rules).deadline).toBe(MONDAY_NINE + 5 * MINUTE);
  });

  it("never comes while the team waits on the customer, and later by as long as it did", () => {
    const outcome = asked({ metric: "outcome", pauses: [{ from: FRIDAY + MINUTE, to: null }] });
    expect(dueAtLatest(outcome, rules).deadline).toBeNull();
    const paused = asked({ metric: "outcome", pauses: [{ from: FRIDAY + MINUTE, to: FRIDAY + 3 * MINUTE }] });
    expect(dueAtLatest(paused, rules).deadline).toBe(FRIDAY + 86_400_000 + 2 * MINUTE);
  });

  it("is explained by the same steps; without a target there is nothing to explain", () => {
    const why = explainDue(asked(), rules);
    expect(why?.deadline).toBe(MONDAY_NINE + 5 * MINUTE);
    expect(why?.steps.map(({ kind }) => kind)).toEqual([
      "started",
      "opened",
      "closed",
      "opened",
      "target_reached",
    ]);
    const none = { ...DEFAULT_TARGETS, next_reply: { ...DEFAULT_TARGETS.next_reply } };
    none.next_reply.FB_MESSAGE = { seconds: null, clock: "business" };
    expect(explainDue(asked(), { ...rules, targets: [{ from: 0, value: none }] })).toBeNull();
  });
});
