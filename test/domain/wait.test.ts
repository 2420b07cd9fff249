import { describe, expect, it } from "vitest";
import { type Moment, waitsOf } from "#lib/domain/wait.ts";

const moment = (at: number, what: Moment["what"], precision: Moment["precision"] = "second"): Moment => ({
  at,
  what,
  precision,
});
const waits = (moments: Moment[], unknownIsPerson = false) => waitsOf(moments, { unknownIsPerson });

describe("waits", () => {
  it("end by an unknown author, marked estimated, and that is no first reply", () => {
    const { waits: all, firstReplyAt } = waits([moment(0, "customer"), moment(5, "unknown")]);
    expect(all).toMatchObject([
      { end: "unknown", endedAt: 5, replyMs: null, estimated: true, inexact: false },
    ]);
    expect(firstReplyAt).toBeNull();
  });

  it("are answered by an unknown author where nothing answers automatically", () => {
    const { waits: all, firstReplyAt } = waits([moment(0, "customer"), moment(5, "unknown")], true);
    expect(all).toMatchObject([{ end: "unknown", replyMs: 5, inexact: false }]);
    expect(firstReplyAt).toBe(5);
  });

  it.each<[Moment["precision"], Moment["precision"], boolean]>([
    ["second", "minute", false],
    ["second", "hour", true],
    ["day", "second", true],
  ])("from a time known to the %s to one known to the %s: inexact %s", (start, end, inexact) => {
    const { waits: all } = waits([moment(0, "customer", start), moment(5, "person", end)]);
    expect(all[0]).toMatchObject({ inexact, estimated: inexact });
  });

  it("end without an answer by what people did", () => {
    for (const what of ["closed", "no_answer_needed"] as const)
      expect(waits([moment(0, "customer"), moment(5, what)]).waits).toMatchObject([
        { end: what, replyMs: null },
      ]);
  });

  it("that a bot began for a customer who said nothing give no reply time", () => {
    const { waits: all, firstReplyAt } = waits([moment(0, "bot_handed_over"), moment(5, "person")]);
    expect(all).toMatchObject([{ startedAt: 0, end: "person", replyMs: null }]);
    expect(firstReplyAt).toBeNull();
  });

  it("run from the last time that a bot passed the customer on", () => {
    const passed = [
      moment(0, "customer"),
      moment(2, "bot_handed_over"),
      moment(4, "bot_handed_over"),
      moment(9, "person"),
    ];
    expect(waits(passed).waits).toMatchObject([{ startedAt: 0, clockFrom: 4, replyMs: 5 }]);
  });
});
