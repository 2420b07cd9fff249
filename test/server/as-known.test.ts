import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AsKnownLine } from "#lib/contract.ts";
import { addDays } from "#lib/domain/day.ts";
import type { StoredEvent } from "#lib/domain/event.ts";
import { GROUPINGS } from "#lib/domain/scorecard-query.ts";
import { CONVERSION_WINDOWS } from "#lib/domain/stage.ts";
import type { Scorecard } from "#lib/domain/scorecard-report.ts";
import { asKnown } from "#server/reports/as-known.ts";
import type { ScorecardRequest } from "#server/reports/question.ts";
import { DAY, MONDAY, THREAD } from "#test/domain/story.ts";
import type { TestMember } from "#test/support/member.ts";
import { startServer, type TestServer } from "#test/support/server.ts";
import { anyLog, LOG_DAYS } from "./any-log.ts";
import { recount } from "./recount.ts";

const ZONE = "America/St_Johns";
const LAST = MONDAY + LOG_DAYS * DAY;
const LATER = LAST + 20 * DAY;
/** Days of the log on which it is cut: the batches come in on one side or the other. */
const CUTS = [addDays("2026-11-16", 12), addDays("2026-11-16", 33), addDays("2026-11-16", LOG_DAYS + 5)];
/** The last instant of a day there. */
const endOf = (day: string): number => Date.parse(`${addDays(day, 1)}T03:30:00Z`) - 1;

let now = MONDAY;
let whole: TestServer;
let cut: TestServer;
let members: TestMember[];

beforeAll(async () => {
  const environment = { RUNG_TIME_ZONE: ZONE, RUNG_REQUESTS_A_MINUTE: "100000" };
  const start = () => startServer({ now: () => now, environment });
  [whole, cut] = await Promise.all([start(), start()]);
  await Promise.all([whole, cut].map((server) => server.countPage(THREAD.asset)));
  members = [await whole.addMember("manager"), await cut.addMember("manager")];
});
afterAll(() => Promise.all([whole.stop(), cut.stop()]));

const at = ({ db, workspace }: TestServer, moment: number) => ({
  db,
  workspace,
  member: null,
  role: "admin" as const,
  now: moment,
});

/** What came in between two instants, a day's as one batch; it may come long after what it tells of. */
async function push(events: readonly StoredEvent[], [from, until]: [number, number]): Promise<void> {
  const [first, second] = members;
  const came = Map.groupBy(
    events,
    ({ at: told }, n) => Math.ceil(Math.max(told, MONDAY + (n % 7) * 9 * DAY) / DAY) * DAY,
  );
  for (const [received, batch] of [...came].toSorted(([a], [b]) => a - b)) {
    if (received <= from || received > until) continue;
    now = received;
    await Promise.all([first?.push(batch), second?.push(batch)]);
  }
}

/** Members are others in another database. */
const question = fc.record({
  by: fc.constantFrom(...GROUPINGS.filter((by) => by !== "none" && by !== "member")),
  window: fc.constantFrom(...CONVERSION_WINDOWS),
  first: fc.integer({ min: -20, max: 40 }),
  days: fc.integer({ min: 1, max: 60 }),
});

const path = (on: string) => `/v1/scorecard/as-known?from=2026-11-16&to=2026-11-20&on=${on}`;

describe("a report as it was known when a day ended", () => {
  it("equals the report of a log that was cut there, whatever came in since", async () => {
    const events = fc
      .sample(anyLog, { numRuns: 12, seed: 20_261_103 })
      .flatMap((log, n) => log(THREAD.asset, `cut${n}`));
    const known: { day: string; asked: ScorecardRequest[]; cards: Scorecard[] }[] = [];
    let from = 0;
    for (const day of CUTS) {
      await push(events, [from, endOf(day)]);
      from = endOf(day);
      const asked = fc.sample(question, { numRuns: 8, seed: 7 }).map(({ first, days, ...rest }) => {
        const begin = addDays("2026-11-16", first);
        return { ...rest, from: begin, to: addDays(begin, days - 1) };
      });
      const cards = await Promise.all(asked.map((input) => recount(at(cut, endOf(day)), input)));
      known.push({ day, asked, cards });
    }
    let counted = 0;
    for (const { day, asked, cards } of known)
      for (const [n, input] of asked.entries()) {
        const make = await asKnown({ ctx: at(whole, LATER), input: { ...input, on: day } });
        const { costsHidden, ...card } = await make(() => {}, AbortSignal.timeout(60_000));
        expect(costsHidden).toBe(false);
        expect(card).toEqual(cards[n]);
        counted += card.total.tally.started;
      }
    expect(counted).toBeGreaterThan(20);
  });

  it("says how far it is, line by line, and then the report", async () => {
    now = LATER;
    const asked = `/v1/scorecard/as-known?from=2026-11-16&to=2027-01-14&by=campaign&on=${CUTS[1]}`;
    const answer = await members[0]?.request(asked);
    const lines = (await answer?.text())?.trim().split("\n") ?? [];
    const said = lines.map((line) => AsKnownLine.parse(JSON.parse(line)));
    expect(said.at(-1)).toMatchObject({ kind: "card", card: { query: { by: "campaign" } } });
    const progress = said.slice(0, -1);
    expect(progress[0]).toMatchObject({ kind: "progress", done: 0 });
    expect(progress.length).toBeGreaterThan(1);
    const last = progress.at(-1);
    expect(last?.kind === "progress" && last.done === last.of && last.of > 0).toBe(true);
  });

  it("is refused for a day to come, and ends where nobody waits for it", async () => {
    now = LATER;
    const [member] = members;
    const refused = await member?.request(path("2027-06-01"));
    expect([refused?.status, await refused?.json()]).toMatchObject([
      400,
      { error: { fields: { on: "must not be a day to come" } } },
    ]);
    const make = await asKnown({
      ctx: at(whole, LATER),
      input: { from: "2026-11-16", to: "2026-11-20", by: "none", on: "2026-11-20" },
    });
    await expect(make(() => {}, AbortSignal.abort(new Error("left")))).rejects.toThrow("left");
    // Those that were left give their places back.
    for (let n = 0; n < 6; n += 1) {
      const left = new AbortController();
      const answer = await fetch(whole.url + path("2026-11-20"), {
        headers: { authorization: `Bearer ${member?.token}` },
        signal: left.signal,
      });
      expect(answer.status).toBe(200);
      left.abort();
      await expect
        .poll(async () => (await (await member?.request(path("2026-11-20")))?.text()) ?? "")
        .toContain('"card"');
    }
  });
});
