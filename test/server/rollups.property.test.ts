import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sql } from "kysely";
import { DEFAULT_SETTINGS } from "#lib/domain/settings.ts";
import { defaultHours } from "#lib/domain/response-settings.ts";
import { rebuildRollups } from "#server/rollups/rebuild.ts";
import { verifyRollups } from "#server/rollups/verify.ts";
import { saveSettings } from "#server/workspace/save-settings.ts";
import { readSettings } from "#server/workspace/read-settings.ts";
import { erasePerson } from "#server/privacy/erase-person.ts";
import { DAY, MONDAY, THREAD } from "#test/domain/story.ts";
import { memberAt, type TestMember } from "#test/support/member.ts";
import { startServer, type TestServer } from "#test/support/server.ts";
import { anyLog, LOG_DAYS } from "./any-log.ts";

const NOW = MONDAY + LOG_DAYS * DAY;
const RUNS = 8;
let server: TestServer;
let other: TestServer;
let members: TestMember[];
let run = 0;

beforeAll(async () => {
  server = await startServer({ now: () => NOW });
  other = await startServer({ now: () => NOW, databaseUrl: server.databaseUrl });
  await server.countPage(THREAD.asset);
  const manager = await server.addMember("manager");
  members = [manager, memberAt(other.url, manager)];
});
afterAll(() => Promise.all([server.stop(), other.stop()]));

const verify = () => verifyRollups(server.db, server.workspace);
const admin = () => ({
  db: server.db,
  workspace: server.workspace,
  member: null,
  role: "admin" as const,
  now: NOW,
});
const cells = async (): Promise<number> => {
  const { rows } = await sql<{ all: number }>`
    select coalesce(sum("all"), 0) as all from rollup_cells where level = 0`.execute(server.db);
  return Number(rows[0]?.all);
};

describe("the rollups", () => {
  it("equal a recount of the log, whatever came in, in any order and split, over two servers", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyLog,
        fc.integer({ min: 1, max: 9 }),
        fc.infiniteStream(fc.nat()),
        async (log, size, by) => {
          run += 1;
          const order = log(THREAD.asset, `any${run}`)
            .map((one) => ({ one, key: by.next().value ?? 0 }))
            .toSorted((a, b) => a.key - b.key)
            .map(({ one }) => one);
          const pushes: Promise<unknown>[] = [];
          for (let from = 0; from < order.length; from += size)
            pushes.push(
              members[pushes.length % 2]?.push(order.slice(from, from + size)) ?? Promise.resolve(),
            );
          await Promise.all(pushes);
          expect(await verify()).toEqual([]);
        },
      ),
      { numRuns: RUNS },
    );
    expect(await cells()).toBeGreaterThan(RUNS);
  });

  it.each([
    ["the time zone", { timeZone: "Pacific/Auckland" }],
    ["the touch that counts", { rule: "last" }],
    ["business hours", { hours: [{ from: 0, value: defaultHours("Europe/Berlin") }] }],
    ["Pages on which a person writes", { manualPages: [THREAD.asset] }],
    ["everything back", {}],
  ] as const)("equal a recount after somebody changed %s", async (_, change) => {
    const { version } = await readSettings(admin());
    const input = { ...structuredClone({ ...DEFAULT_SETTINGS, ...change }), version };
    await saveSettings({ ctx: admin(), input: JSON.parse(JSON.stringify(input)) });
    expect(await verify()).toEqual([]);
  });

  it("count as before after somebody was forgotten", async () => {
    const before = await cells();
    await erasePerson({ ctx: admin(), input: { person: "any1-0" } });
    expect(await verify()).toEqual([]);
    expect(await cells()).toBe(before);
  });

  it("are found to differ where they do, and are mended by counting anew", async () => {
    await sql`update rollup_cells set started = started + 1 where level = 0 and block = (
      select min(block) from rollup_cells where level = 0)`.execute(server.db);
    await sql`delete from open_clocks`.execute(server.db);
    const found = new Set((await verify()).map(({ table }) => table));
    expect(found).toEqual(new Set(["rollup_cells", "open_clocks"]));
    await server.db.transaction().execute((work) => rebuildRollups({ ...admin(), db: work }));
    expect(await verify()).toEqual([]);
  });
});
