import { describe, expect, it } from "vitest";
import { instantOf } from "#lib/domain/day.ts";
import { inForce, newest, withVersion } from "#lib/domain/history.ts";

describe("versions of what was said", () => {
  it("start with the default that held until somebody spoke", () => {
    const history = withVersion(null, "nine to five", "nine to six", 1_000);
    expect(history).toEqual([
      { from: 0, value: "nine to five" },
      { from: 1_000, value: "nine to six" },
    ]);
    expect([inForce(history, 999), inForce(history, 1_000), newest(history)]).toEqual([
      "nine to five",
      "nine to six",
      "nine to six",
    ]);
  });

  it("confirm the default, and say nothing twice", () => {
    const confirmed = withVersion(null, "nine to five", "nine to five", 1_000);
    expect(confirmed).toEqual([{ from: 0, value: "nine to five" }]);
    expect(withVersion(confirmed, "", "nine to five", 2_000)).toBe(confirmed);
  });

  it("stay in order where two are said within one millisecond, or a clock goes back", () => {
    const two = withVersion(withVersion(null, "a", "b", 1_000), "a", "c", 1_000);
    expect(two.map(({ from }) => from)).toEqual([0, 1_000, 1_001]);
    expect(withVersion(two, "a", "d", 5).map(({ from }) => from)).toEqual([0, 1_000, 1_001, 1_002]);
  });
});

describe("a wall time", () => {
  it("is an instant of its zone; the first of two, and later by the gap where there is none", () => {
    expect(instantOf("2026-11-14", "16:50", "Europe/Berlin")).toBe(Date.UTC(2026, 10, 14, 15, 50));
    expect(instantOf("2026-10-25", "02:30", "Europe/Berlin")).toBe(Date.UTC(2026, 9, 25, 0, 30));
    expect(instantOf("2026-03-29", "02:30", "Europe/Berlin")).toBe(Date.UTC(2026, 2, 29, 1, 30));
  });

  it("is refused by its field", () => {
    expect(() => instantOf("2026-11-14", "25:00", "UTC")).toThrow(expect.objectContaining({ field: "time" }));
    expect(() => instantOf("2026-11-14", "10:00", "Mars")).toThrow(
      expect.objectContaining({ field: "timeZone" }),
    );
  });
});
