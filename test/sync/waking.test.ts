import { beforeEach, describe, expect, it } from "vitest";
import { startWaking } from "#lib/background/waking.ts";
import { answerPageHere } from "#lib/store/page.ts";
import { savePairing } from "#lib/store/pairing.ts";
import { record } from "#lib/store/record.ts";
import { device, draft, MORNING, PAGE, thread } from "#test/store/device.ts";
import { type Life, life } from "./life.ts";
import { me, TeamServer, WORKSPACE } from "./team-server.ts";

const DAY = 86_400_000;
let server: TeamServer;
let now: Life;
let alarms: (number | null)[];
let timers: { work: () => void; ms: number }[];
let wake: ReturnType<typeof startWaking>;

beforeEach(async () => {
  const here = device();
  server = new TeamServer(() => here.clock.now);
  now = life(here, server);
  alarms = [];
  timers = [];
  wake = startWaking({
    sync: now.sync,
    setAlarm: (at) => alarms.push(at),
    setTimer: (work, ms) => timers.push({ work, ms }),
    refreshed: () => {},
  });
  await answerPageHere(here, { asset: PAGE, name: null, counted: true });
});

const tag = () => record(now.here, [draft("outcome_tagged", { outcome: "qualified" })]);
const pair = () =>
  savePairing(now.here, {
    server: "https://team.example",
    token: "secret",
    expiresAt: Number.MAX_SAFE_INTEGER,
    me,
  });

describe("waking", () => {
  it("asks for no alarm while there is no team", async () => {
    await tag();
    await wake({ urgent: true });
    expect(alarms).toEqual([null]);
    expect(server.requests).toEqual([]);
  });

  it("comes back by timer and alarm after a failure, and sends then", async () => {
    await pair();
    await tag();
    server.weather = ["unreachable"];
    await wake({ urgent: false });
    const { retryAt } = (await now.here.db.pairings.get(WORKSPACE)) ?? { retryAt: 0 };
    expect(retryAt).toBeGreaterThan(MORNING);
    expect(alarms).toEqual([retryAt]);
    expect(timers.map(({ ms }) => ms)).toEqual([retryAt - MORNING]);
    now.here.clock.now = retryAt;
    await wake({ urgent: false });
    expect(server.stored.size).toBe(1);
    expect(await now.here.db.pairings.get(WORKSPACE)).toMatchObject({
      offlineSince: null,
      sources: { campaigns: ["Hoodie"] },
    });
  });

  it("asks a server that was away at once where a person wants it, though nothing waits to be sent", async () => {
    await pair();
    await wake({ urgent: false });
    await now.here.db.pairings.update(WORKSPACE, {
      failures: 7,
      retryAt: MORNING + 200_000,
      offlineSince: 1,
    });
    await wake({ urgent: false });
    expect(await now.here.db.pairings.get(WORKSPACE)).toMatchObject({ offlineSince: 1, failures: 7 });
    await wake({ urgent: true });
    expect(await now.here.db.pairings.get(WORKSPACE)).toMatchObject({
      offlineSince: null,
      failures: 0,
      retryAt: 0,
    });
  });

  it("runs one round at a time, and whoever asks meanwhile shares the next", async () => {
    await pair();
    await tag();
    const rounds = [wake({ urgent: true }), wake({ urgent: false }), wake({ urgent: true })];
    await tag();
    await Promise.all(rounds);
    await wake({ urgent: true });
    expect(server.stored.size).toBe(2);
    expect(await now.here.db.outbox.count()).toBe(0);
  });

  it("forgets by the team's age also while the server is away, and by another age at once", async () => {
    const told = (retentionDays: number) => {
      const workspace = { ...me.workspace, policy: { ...me.workspace.policy, retentionDays } };
      return now.here.db.pairings.update(WORKSPACE, { workspace });
    };
    const known = () => now.here.db.events.toCollection().primaryKeys();
    const old = draft("closed", {}, { at: MORNING - 100 * DAY });
    const newer = draft("closed", {}, { thread: thread("8"), at: MORNING - 50 * DAY });
    await pair();
    await record(now.here, [old, newer]);
    await wake({ urgent: false });
    await told(90);
    server.weather = Array.from({ length: 20 }, () => "unreachable");
    await wake({ urgent: false });
    expect(await known()).toEqual([newer.id]);
    await told(30);
    await wake({ urgent: false });
    expect(await known()).toEqual([]);
    expect(server.stored.size).toBe(2);
  });
});
