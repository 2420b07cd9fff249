import { beforeEach, describe, expect, it } from "vitest";
import { threadKey } from "#lib/domain/thread.ts";
import { removePairing, savePairing } from "#lib/store/pairing.ts";
import { answerPageHere } from "#lib/store/page.ts";
import { record } from "#lib/store/record.ts";
import { readThread } from "#lib/store/thread-log.ts";
import { push } from "#lib/sync/push.ts";
import { scorecardThere } from "#lib/sync/scorecard.ts";
import { device, draft, MORNING, PAGE, thread } from "#test/store/device.ts";
import { type Life, life } from "./life.ts";
import { me, TeamServer, WORKSPACE } from "./team-server.ts";

let server: TeamServer;
let now: Life;
const nora = thread("7");
const tag = (outcome: "qualified" | "unqualified" = "qualified") => draft("outcome_tagged", { outcome });
const pushNow = (urgent = false) => push(now.sync, WORKSPACE, { urgent });
const pairing = () => now.here.db.pairings.get(WORKSPACE);

beforeEach(async () => {
  const here = device();
  server = new TeamServer(() => here.clock.now);
  now = life(here, server);
  await answerPageHere(now.here, { asset: PAGE, name: null, counted: true });
});

const pair = () =>
  savePairing(now.here, {
    server: "https://team.example",
    token: "secret",
    expiresAt: Number.MAX_SAFE_INTEGER,
    me,
  });

describe("push", () => {
  it("uploads what was collected before pairing, in batches of at most 500", async () => {
    await record(
      now.here,
      Array.from({ length: 501 }, () => tag()),
    );
    await pair();
    await pushNow();
    expect(server.requests.map(({ events }) => events.length)).toEqual([500, 1]);
    expect(server.stored.size).toBe(501);
    expect(await now.here.db.outbox.count()).toBe(0);
  });

  it("says of each judgement whether it is local, pending or synced", async () => {
    const one = tag();
    await record(now.here, [one]);
    expect((await readThread(now.here, nora)).ways[one.id]).toEqual({ state: "local" });
    await pair();
    expect((await readThread(now.here, nora)).ways[one.id]).toEqual({ state: "pending" });
    await pushNow();
    const log = await readThread(now.here, nora);
    expect(log.ways).toEqual({});
    expect(log.events[0]).toMatchObject({ receivedAt: MORNING });
    expect((await now.here.db.events.get(one.id))?.event.member).toBe(me.member.id);
    expect(now.changed).toEqual([[threadKey(nora)]]);
  });

  it("leaves to a rep what the rep tagged, once it is synced and after unpairing; a colleague's is signed", async () => {
    const [own, elsewhere, theirs] = [tag(), tag(), tag()];
    await pair();
    await record(now.here, [own, elsewhere, theirs]);
    await pushNow();
    const from = (id: string, member: string) =>
      now.here.db.events
        .where("id")
        .equals(id)
        .modify(({ event }) => {
          event.device = "00000000-0000-4000-8000-00000000000d";
          event.member = member;
        });
    await from(elsewhere.id, me.member.id);
    await from(theirs.id, "colleague");
    const signed = async () => {
      const { events } = await readThread(now.here, nora);
      return [own, elsewhere, theirs].map(({ id }) => events.find((event) => event.id === id)?.member);
    };
    expect(await signed()).toEqual([undefined, undefined, "colleague"]);
    await removePairing(now.here, WORKSPACE);
    expect(await signed()).toEqual([undefined, me.member.id, "colleague"]);
  });

  it("takes a refused event out of the fold and keeps it with its reason", async () => {
    await pair();
    const [good, bad] = [tag("qualified"), tag("unqualified")];
    server.refuses = ({ id }) => id === bad.id;
    await record(now.here, [good, bad]);
    await pushNow();
    const log = await readThread(now.here, nora);
    expect(log.events.map(({ id }) => id)).toEqual([good.id]);
    expect(log.ways).toEqual({ [bad.id]: { state: "refused", reason: "This was refused." } });
    const state = await now.here.db.states.get(threadKey(nora));
    expect(state?.conversations[0]?.outcome?.outcome).toBe("qualified");
    await record(now.here, [bad]);
    await pushNow();
    expect(server.requests).toHaveLength(1);
  });

  it("goes on tagging when the device was revoked, and asks the server no more", async () => {
    await pair();
    server.revoked = true;
    await record(now.here, [tag()]);
    await pushNow();
    expect(await pairing()).toMatchObject({ revokedAt: MORNING });
    await record(now.here, [tag()]);
    await pushNow(true);
    expect(server.requests).toHaveLength(0);
    expect(await now.here.db.outbox.count()).toBe(2);
  });

  it("is not unpaired by a proxy that refuses in the server's place", async () => {
    await pair();
    await record(now.here, [tag()]);
    server.weather = ["proxy_refuses"];
    await pushNow();
    expect(await pairing()).toMatchObject({
      revokedAt: null,
      offlineSince: MORNING,
      problem: "The server answered with an error (401).",
    });
    await pushNow(true);
    expect(await pairing()).toMatchObject({ offlineSince: null });
    expect(server.stored.size).toBe(1);
  });

  it("stays offline while somebody asks for figures and the server cannot work", async () => {
    await pair();
    await record(now.here, [tag()]);
    server.weather = ["unreachable", "error"];
    await pushNow();
    const held = await pairing();
    if (!held) throw new Error("not paired");
    await expect(
      scorecardThere(now.here, now.sync.wire, held, { from: "2026-11-01", to: "2026-11-30", by: "none" }),
    ).rejects.toThrow("Busy.");
    expect(await pairing()).toMatchObject({ offlineSince: MORNING, failures: 1, problem: "Busy." });
  });

  it("waits longer after each failure, unless a person asks", async () => {
    await pair();
    await record(now.here, [tag()]);
    server.weather = ["unreachable", "error"];
    await pushNow();
    expect(await pairing()).toMatchObject({ offlineSince: MORNING, failures: 1, retryAt: MORNING + 1_500 });
    await pushNow();
    expect(server.weather).toHaveLength(1);
    now.here.clock.now += 1_500;
    await pushNow();
    expect(await pairing()).toMatchObject({
      failures: 2,
      retryAt: MORNING + 1_500 + 3_000,
      problem: "Busy.",
    });
    await pushNow(true);
    expect(await pairing()).toMatchObject({ offlineSince: null, problem: null, failures: 0 });
    expect(server.stored.size).toBe(1);
  });

  it("pushes once although two wakes race", async () => {
    await pair();
    await record(now.here, [tag()]);
    await Promise.all([pushNow(), pushNow(), pushNow()]);
    expect(server.requests).toHaveLength(1);
  });

  it("never sends the token anywhere but in its header", async () => {
    await pair();
    await record(now.here, [tag()]);
    await pushNow();
    expect(JSON.stringify(server.requests)).not.toContain("secret");
  });
});
