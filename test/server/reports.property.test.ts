import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays } from "#lib/domain/day.ts";
import { HISTOGRAM_ERROR } from "#lib/domain/histogram.ts";
import { GROUPINGS } from "#lib/domain/scorecard-query.ts";
import type { ResponseTimes } from "#lib/domain/scorecard-response.ts";
import type { Settings } from "#lib/domain/settings.ts";
import { CONVERSION_WINDOWS } from "#lib/domain/stage.ts";
import { readScorecard } from "#server/reports/scorecard.ts";
import { importSpend } from "#server/spend/import-spend.ts";
import { readSettings } from "#server/workspace/read-settings.ts";
import { saveSettings } from "#server/workspace/save-settings.ts";
import { DAY, HOUR, MONDAY, THREAD } from "#test/domain/story.ts";
import type { TestMember } from "#test/support/member.ts";
import { startServer, type TestServer } from "#test/support/server.ts";
import { anyLog, LOG_DAYS } from "./any-log.ts";
import { recount } from "./recount.ts";

const STORIES = 40;
const RUNS = 60;
const LAST = MONDAY + LOG_DAYS * DAY;
let server: TestServer;
let manager: TestMember;
let other: TestMember;

const at = (now: number) => ({
  db: server.db,
  workspace: server.workspace,
  member: null,
  role: "admin" as const,
  now,
});

beforeAll(async () => {
  server = await startServer({
    now: () => LAST,
    environment: { RUNG_TIME_ZONE: "America/St_Johns", RUNG_REQUESTS_A_MINUTE: "100000" },
  });
  await server.countPage(THREAD.asset);
  manager = await server.addMember("manager");
  other = await server.addMember("manager", "Kim");
  await server.db.updateTable("workspaces").set({ figures_per_person: true }).execute();
  const logs = fc.sample(anyLog, { numRuns: STORIES, seed: 20_261_121 });
  for (const [n, log] of logs.entries()) {
    // In two parts, so that what the first counted is taken off again where the second moves it.
    const events = log(THREAD.asset, `story${n}`);
    for (const [part, member] of [manager, other].entries())
      await member.push(events.filter((_, place) => place % 2 === part));
  }
  await spend();
  await save({ minimum: 4, adNames: { "120240000000000002": "Autumn" } });
});
afterAll(() => server.stop());

const save = async (change: Partial<Settings>) => {
  const current = await readSettings(at(LAST));
  await saveSettings({ ctx: at(LAST), input: { ...current, ...change } });
};

/** Money for one ad by its id, and for a campaign as a whole. */
async function spend(): Promise<void> {
  const rows = Array.from({ length: LOG_DAYS }, (_, n) => {
    const day = addDays("2026-11-16", n);
    return `${day},${day},Autumn,First,120240000000000001,${10 + n}.00,${1_000 + n}`;
  });
  const csv = `Reporting starts,Reporting ends,Campaign name,Ad name,Ad ID,Amount spent (USD),Impressions\n${rows.join("\n")}\n`;
  const whole = `Reporting starts,Reporting ends,Campaign name,Amount spent (USD),Link clicks\n2026-11-20,2026-12-09,Autumn,77.77,12\n`;
  for (const [account, text] of [
    ["A", csv],
    ["B", whole],
  ] as const)
    await importSpend({
      ctx: at(LAST),
      input: { account, timeZone: "UTC", csv: new TextEncoder().encode(text) },
    });
}

const question = fc.record({
  by: fc.constantFrom(...GROUPINGS),
  window: fc.constantFrom(...CONVERSION_WINDOWS),
  first: fc.integer({ min: -20, max: LOG_DAYS }),
  days: fc.integer({ min: 1, max: 70 }),
  hours: fc.integer({ min: 0, max: 24 * (LOG_DAYS + 100) }),
  ms: fc.nat({ max: HOUR }),
});

const timesOf = (all: ResponseTimes | null) =>
  Object.values(all ?? {}).flatMap(({ medianMs, p90Ms }) => [medianMs, p90Ms]);

/** Quantiles of rollups may be off by the stated error; everything else is exact. */
function isNear(ours: ResponseTimes | null, exact: ResponseTimes | null): boolean {
  const wanted = timesOf(exact);
  return timesOf(ours).every((value, n) => {
    const is = wanted[n] ?? null;
    if (value === null || is === null) return value === is;
    return Math.abs(value - is) <= is * HISTOGRAM_ERROR + 1e-9;
  });
}

const withoutTimes = (all: ResponseTimes | null) =>
  Object.values(all ?? {}).map((figures) => ({ ...figures, medianMs: null, p90Ms: null }));

/** Asks both, at random; gives how much there was to say. */
async function askBoth(): Promise<number> {
  let answered = 0;
  await fc.assert(
    fc.asyncProperty(question, async ({ by, window, first, days, hours, ms }) => {
      const from = addDays("2026-11-16", first);
      const input = { from, to: addDays(from, days - 1), by, window };
      const ctx = at(MONDAY + hours * HOUR + ms);
      const { costsHidden, ...ours } = await readScorecard({ ctx, input });
      const exact = await recount(ctx, input);
      expect(costsHidden).toBe(false);
      expect({ ...ours, responseTimes: null }).toEqual({ ...exact, responseTimes: null });
      expect(withoutTimes(ours.responseTimes)).toEqual(withoutTimes(exact.responseTimes));
      expect(isNear(ours.responseTimes, exact.responseTimes)).toBe(true);
      answered += exact.total.tally.started + Number(exact.comparison !== null);
    }),
    { numRuns: RUNS },
  );
  return answered;
}

describe("a report from rollups", () => {
  it("equals the report of all states, at any moment, window, age and grouping", async () => {
    expect(await askBoth()).toBeGreaterThan(RUNS);
  });

  it("does so by the last touch, in another zone, and without a Page that no longer counts", async () => {
    const asset = `9${randomUUID().replaceAll(/\D/g, "").slice(0, 12)}`;
    await server.countPage(asset);
    const [log] = fc.sample(anyLog, { numRuns: 1, seed: 7 });
    await manager.push(log?.(asset, "elsewhere") ?? []);
    await save({ rule: "last", timeZone: "Pacific/Apia" });
    await server.db.updateTable("pages").set({ counted: false }).where("asset", "=", asset).execute();
    expect(await askBoth()).toBeGreaterThan(RUNS);
  });
});
