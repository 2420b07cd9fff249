import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { ANCHOR_EVIDENCE } from "#lib/inbox/anchors-evidence.ts";
import { ANCHOR_PACK } from "#lib/inbox/anchors-pack.ts";
import { createFinder } from "#lib/inbox/finder.ts";
import { PARTS } from "#lib/inbox/reading.ts";
import { reportOf } from "./check-report.ts";
import { fixtures, readFixture } from "./fixtures.ts";
import { readSaved } from "./saved-page.ts";

beforeAll(() => void vi.stubEnv("TZ", "UTC"));
afterAll(() => void vi.unstubAllEnvs());

const nonZero = (counts: Record<string, number>) =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));

describe.each(fixtures)("$name", (fixture) => {
  it("is read as it is meant", () => {
    expect(reportOf(readFixture(fixture))).toEqual(fixture.report);
  });

  it("is read the same again, and left as it was", () => {
    const { window, reading } = readFixture(fixture);
    const { outerHTML } = window.document.documentElement;
    const again = readSaved(outerHTML, fixture.url, fixture.now * 1000);
    expect(reportOf(again)).toEqual(fixture.report);
    expect(again.reading.rows.map(({ name, thread }) => [name, thread])).toEqual(
      reading.rows.map(({ name, thread }) => [name, thread]),
    );
    expect(again.window.document.documentElement.outerHTML).toBe(outerHTML);
  });

  it("holds what each anchor is expected to name", () => {
    const { window } = readFixture(fixture);
    expect(nonZero(createFinder(ANCHOR_PACK).counts(window.document))).toEqual(fixture.anchors);
  });
});

describe("the fixtures together", () => {
  it("say nothing of pages that are no inbox", () => {
    const foreign = fixtures.filter(({ name }) => name.startsWith("foreign-"));
    const silent = foreign.map((one) => readFixture(one).reading);
    expect(silent.length).toBeGreaterThan(2);
    expect(silent.map(({ surface, open, rows }) => [surface, open, rows])).toEqual(
      silent.map(() => [false, null, []]),
    );
  });

  it("prove every alternative of every anchor at least once, each with its evidence", () => {
    const ids = Object.values(ANCHOR_PACK.anchors).flatMap((ways) => ways.map(({ id }) => id));
    expect(ids.filter((id) => !fixtures.some(({ anchors }) => (anchors[id] ?? 0) > 0))).toEqual([]);
    expect(ids.toSorted()).toEqual(Object.keys(ANCHOR_EVIDENCE).toSorted());
  });

  it("find every part in some page, and miss every part in another", () => {
    const healths = fixtures.map(({ report }) => report.health);
    expect(PARTS.filter((part) => !healths.some((health) => health[part] === "found"))).toEqual([]);
    expect(PARTS.filter((part) => !healths.some((health) => health[part] !== "found"))).toEqual([]);
  });
});
