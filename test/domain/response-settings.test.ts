import { describe, expect, it } from "vitest";
import { inForce, mapHistory } from "#lib/domain/history.ts";
import { BusinessHours, defaultHours, historyOf, ResponseTargets } from "#lib/domain/response-settings.ts";
import { DEFAULT_TARGETS } from "#lib/domain/response-target.ts";

const version = (from: number) => ({ from, value: DEFAULT_TARGETS });

describe("hours and targets as saved", () => {
  it("the defaults are valid", () => {
    expect(BusinessHours.parse(defaultHours("Asia/Kathmandu"))).toEqual(defaultHours("Asia/Kathmandu"));
    expect(ResponseTargets.parse(DEFAULT_TARGETS)).toEqual(DEFAULT_TARGETS);
  });

  it("what the calendar refuses is refused with its field and sentence", () => {
    const { error } = BusinessHours.safeParse({
      ...defaultHours("UTC"),
      breaks: { "2024-01-15": [["12:00", "11:00"]] },
    });
    expect(error?.issues).toMatchObject([
      { path: ["breaks", "2024-01-15[0]"], message: expect.stringContaining("ends before it starts") },
    ]);
  });

  it.each([
    ["no channel left out", { ...DEFAULT_TARGETS, outcome: {} }],
    ["no metric left out", { outcome: DEFAULT_TARGETS.outcome }],
    [
      "no target below 0",
      {
        ...DEFAULT_TARGETS,
        handoff: { ...DEFAULT_TARGETS.handoff, IG_MESSAGE: { seconds: -1, clock: "wall" } },
      },
    ],
  ])("%s", (_, targets) => {
    expect(ResponseTargets.safeParse(targets).success).toBe(false);
  });
});

describe("versions", () => {
  const schema = historyOf(ResponseTargets);

  it("come in the order of time, and there is one at least", () => {
    expect(schema.safeParse([version(0), version(5)]).success).toBe(true);
    expect(schema.safeParse([version(5), version(5)]).success).toBe(false);
    expect(schema.safeParse([]).success).toBe(false);
  });

  it("hold from their instant until the next; the first holds before it too", () => {
    const history = mapHistory(
      [
        { from: 10, value: "a" },
        { from: 20, value: "b" },
      ],
      (text) => text.toUpperCase(),
    );
    expect([0, 10, 19, 20, 99].map((at) => inForce(history, at))).toEqual(["A", "A", "A", "B", "B"]);
  });
});
