import { beforeEach, describe, expect, it } from "vitest";
import { FIRST_HLC, tick } from "#lib/domain/hlc.ts";
import { threadKey } from "#lib/domain/thread.ts";
import { savePairing } from "#lib/store/pairing.ts";
import { learnClock } from "#lib/store/clock.ts";
import { answerPageHere } from "#lib/store/page.ts";
import { record } from "#lib/store/record.ts";
import { readThread } from "#lib/store/thread-log.ts";
import { pull } from "#lib/sync/pull.ts";
import { push } from "#lib/sync/push.ts";
import { refresh } from "#lib/sync/refresh.ts";
import { device, draft, MORNING, PAGE, thread } from "#test/store/device.ts";
import { type Life, life } from "./life.ts";
import { me, TeamServer, WORKSPACE } from "./team-server.ts";

const HOUR = 3_600_000;
const nora = thread("7");
let server: TeamServer;
let now: Life;

beforeEach(async () => {
  const here = device();
  server = new TeamServer(() => here.clock.now - HOUR);
  now = life(here, server);
  await answerPageHere(now.here, { asset: PAGE, name: null, counted: true });
  await savePairing(now.here, {
    server: "https://team.example",
    token: "secret",
    expiresAt: Number.MAX_SAFE_INTEGER,
    me,
  });
});

const tag = (outcome: "qualified" | "unqualified", at = now.here.now()) =>
  draft("outcome_tagged", { outcome }, { at });
async function pairing() {
  const row = await now.here.db.pairings.get(WORKSPACE);
  if (!row) throw new Error("not paired");
  return row;
}
const events = async () => (await readThread(now.here, nora)).events;
const latest = async () => (await now.here.db.states.toArray())[0]?.conversations[0]?.outcome?.outcome;

describe("a clock that runs an hour ahead", () => {
  it("is corrected in what was not pushed: judgements, not what the page said or somebody dated", async () => {
    const seen = draft("message_seen", { key: "m_1", sender: "customer" });
    const dated = draft("sale_recorded", { how: "outside" }, { at: MORNING - 24 * HOUR });
    const own = tag("qualified");
    await record(now.here, [seen, dated, own]);
    await learnClock(now.here, { offset: -HOUR, error: 500 });
    const at = Object.fromEntries((await events()).map((event) => [event.id, event.at]));
    expect(at).toEqual({
      [seen.id]: MORNING,
      [dated.id]: MORNING - 24 * HOUR,
      [own.id]: MORNING - HOUR,
    });
  });

  it("is never corrected in what was part of a push, and the server's stored times come back", async () => {
    const first = tag("unqualified");
    await record(now.here, [first]);
    server.weather = ["answer_lost"];
    await push(now.sync, WORKSPACE, { urgent: false });
    await learnClock(now.here, { offset: -HOUR, error: 500 });
    expect((await events())[0]?.at).toBe(MORNING);
    await record(now.here, [tag("qualified")]);
    await push(now.sync, WORKSPACE, { urgent: true });
    const log = await events();
    expect(log.find(({ id }) => id === first.id)).toMatchObject({ at: MORNING - HOUR, flagged: true });
    expect(log.every(({ at }) => at === MORNING - HOUR)).toBe(true);
    expect(await latest()).toBe("qualified");
  });

  it("is told every time that the server bounded, also those inside what an event says", async () => {
    const turn = draft("turn_seen", { sender: "customer", to: MORNING + 60_000 });
    const about = draft("outcome_tagged", { outcome: "qualified", about: MORNING + 60_000 });
    const due = draft("follow_up_set", { due: MORNING + 24 * HOUR });
    await record(now.here, [turn, about, due]);
    await push(now.sync, WORKSPACE, { urgent: false });
    const log = Object.fromEntries((await events()).map((event) => [event.id, event]));
    const bounded = { at: MORNING - HOUR, flagged: true };
    expect(log[turn.id]).toMatchObject({ ...bounded, data: { sender: "customer", to: MORNING - HOUR } });
    expect(log[about.id]).toMatchObject({
      ...bounded,
      data: { outcome: "qualified", about: MORNING - HOUR },
    });
    expect(log[due.id]).toMatchObject({ ...bounded, data: { due: MORNING + 24 * HOUR } });
    // A tab that heard no answer asks again with the same.
    await record(now.here, [turn, about, due]);
    expect(await events()).toEqual(Object.values(log));
  });

  it.each([
    ["reading the feed", () => pull(now.sync, WORKSPACE, { wait: 0 })],
    ["asking for the settings", async () => refresh(now.here, now.sync.wire, await pairing())],
  ])("is learned from every exchange: %s", async (_, talk) => {
    await record(now.here, [tag("qualified")]);
    await talk();
    const [corrected] = await events();
    // The header says the second alone.
    expect(Math.abs((corrected?.at ?? 0) - (MORNING - HOUR))).toBeLessThan(1_500);
    expect(corrected?.flagged).toBeUndefined();
  });

  it("keeps the order of judgements on both sides of the correction", async () => {
    await record(now.here, [tag("unqualified")]);
    now.here.clock.now += 10;
    await record(now.here, [tag("qualified")]);
    await learnClock(now.here, { offset: -HOUR, error: 500 });
    expect(await latest()).toBe("qualified");
    now.here.clock.now += 10;
    await record(now.here, [tag("unqualified")]);
    expect(await latest()).toBe("unqualified");
    expect((await events()).map(({ at }) => at).toSorted((a, b) => a - b)).toEqual([
      MORNING - HOUR,
      MORNING - HOUR + 10,
      MORNING - HOUR + 20,
    ]);
  });

  it("is corrected by the difference when the offset is learned better", async () => {
    await record(now.here, [tag("qualified")]);
    await learnClock(now.here, { offset: -HOUR, error: 500 });
    await record(now.here, [tag("unqualified")]);
    await learnClock(now.here, { offset: 30_000 - HOUR, error: 500 });
    expect((await events()).map(({ at }) => at)).toEqual([MORNING + 30_000 - HOUR, MORNING + 30_000 - HOUR]);
    expect(await latest()).toBe("unqualified");
  });

  it("never puts a judgement before what was known when it was made", async () => {
    const hlc = tick(FIRST_HLC, now.here.now() - 1_000);
    const event = { ...tag("unqualified"), device: WORKSPACE, hlc };
    const row = { id: event.id, thread: threadKey(nora), asset: PAGE, workspace: WORKSPACE, event };
    await now.here.db.events.add(row);
    await record(now.here, [tag("qualified")]);
    await learnClock(now.here, { offset: -HOUR, error: 500 });
    expect(await latest()).toBe("qualified");
  });

  it("is not corrected by less than an exchange can tell", async () => {
    await record(now.here, [tag("qualified")]);
    expect(await learnClock(now.here, { offset: 400, error: 500 })).toEqual([]);
    expect((await events())[0]?.at).toBe(MORNING);
  });
});
