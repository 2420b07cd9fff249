import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { runCases } from "#test/conformance/run.ts";

const published = readFileSync(new URL("response-time-cases.json", import.meta.url), "utf8");

const UTC = { tz: "UTC", hours: { mon: [["09:00", "17:00"]] } };
const inHours = { id: "A", schedule: "S", at: "2024-01-15T10:00:00Z", expect: true };
const conformance = (...files: string[]) =>
  spawnSync(process.execPath, [join(import.meta.dirname, "main.ts"), ...files], { encoding: "utf8" });
const run = (file: object) => runCases(JSON.stringify({ schedules: { S: UTC }, ...file }));

describe("the published cases", () => {
  it("all pass", () => {
    const { passed, failures } = runCases(published);
    expect(failures).toEqual([]);
    expect(passed).toBe(144);
  });
});

describe("a case file that is not right", () => {
  it("passes where it is", () => {
    expect(run({ in_hours: [inHours] })).toEqual({ passed: 1, failures: [] });
  });

  it.each([
    ["a wrong answer", { in_hours: [{ ...inHours, expect: false }] }, "A: expected false, got true"],
    [
      "an unknown type of case",
      { in_hours: [inHours], next_opening: [] },
      'next_opening: "next_opening" is no type of case.',
    ],
    ["an unknown key", { in_hours: [{ ...inHours, zone: "UTC" }] }, "A: case: Unrecognized key"],
    ["a missing expectation", { in_hours: [{ ...inHours, expect: undefined }] }, "A: expect: "],
    ["an empty expectation", { state: [{ id: "A", events: [], expect: {} }] }, "A: expect: expects nothing"],
    [
      "an unknown word",
      { state: [{ id: "A", events: [{ min: 0, type: "robot" }], expect: { first_reply_min: null } }] },
      "A: events.0.type: ",
    ],
    [
      "an unknown schedule",
      { in_hours: [{ ...inHours, schedule: "T" }] },
      'A: There is no usable schedule "T".',
    ],
    ["an instant without a zone", { in_hours: [{ ...inHours, at: "2024-01-15T10:00:00" }] }, "A: at: "],
    [
      "a schedule that cannot be",
      { in_hours: [inHours], schedules: { S: UTC, Bad: { tz: "Mars/Olympus", hours: {} } } },
      'schedule Bad: "Mars/Olympus" is no time zone.',
    ],
    [
      "a window past midnight in one piece",
      {
        in_hours: [inHours],
        schedules: { S: UTC, Bad: { tz: "UTC", hours: { mon: [["21:00", "26:00"]] } } },
      },
      "schedule Bad: hours.mon.0.1: must be a wall time",
    ],
    ["no case at all", {}, "file: There is no case in the file."],
  ])("fails: %s", (_, file, expected) => {
    const { failures } = run(file);
    expect(failures.map(({ id, sentence }) => `${id}: ${sentence}`)).toEqual([
      expect.stringContaining(expected),
    ]);
  });

  it("fails: no JSON", () => {
    expect(runCases("{").failures).toHaveLength(1);
  });
});

describe("npm run -s conformance", () => {
  const folder = mkdtempSync(join(tmpdir(), "conformance-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("runs the published cases when no file is named", () => {
    const { status, stdout } = conformance();
    expect([status, stdout]).toEqual([0, "144 passed, 0 failed\n"]);
  });

  it("names what failed in any of the files, and exits non-zero", () => {
    const file = join(folder, "cases.json");
    writeFileSync(file, JSON.stringify({ schedules: { S: UTC }, in_hours: [{ ...inHours, expect: false }] }));
    const { status, stdout } = conformance(file, join(folder, "none.json"));
    expect(status).toBe(1);
    expect(stdout).toContain("A: expected false, got true\n");
    expect(stdout).toContain("none.json");
    expect(stdout).toMatch(/\n0 passed, 2 failed\n$/);
  });
});
