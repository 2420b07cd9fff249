import { beforeEach, describe, expect, it } from "vitest";
import { threadKey } from "#lib/domain/thread.ts";
import { learn } from "#lib/store/acquaintance.ts";
import { changeAside } from "#lib/store/aside.ts";
import type { PairingRow } from "#lib/store/database.ts";
import { forgetPersonHere } from "#lib/store/forget.ts";
import { keepGlimpses } from "#lib/store/glimpse.ts";
import { keepClockOffset } from "#lib/store/kept.ts";
import { answerPageHere } from "#lib/store/page.ts";
import { savePairing } from "#lib/store/pairing.ts";
import { record } from "#lib/store/record.ts";
import { retain } from "#lib/store/retain.ts";
import { me } from "#test/sync/team-server.ts";
import { type Device, device, draft, MORNING, PAGE, thread } from "./device.ts";

const DAY = 86_400_000;
const OTHER = "2002";
const quiet = thread("7");
const busy = thread("8");
const elsewhere = thread("7", OTHER);
let here: Device;

beforeEach(async () => {
  here = device();
  for (const asset of [PAGE, OTHER]) await answerPageHere(here, { asset, name: null, counted: true });
  for (const [of, days] of [
    [quiet, 91],
    [busy, 200],
    [busy, 89],
    [elsewhere, 400],
  ] as const)
    await record(here, [
      draft(
        "message_seen",
        { key: `m_${days}`, sender: "customer" },
        { thread: of, at: MORNING - days * DAY },
      ),
    ]);
  for (const of of [quiet, busy, elsewhere]) {
    await learn(here, { thread: of, name: `Name ${of.id}`, lastAt: null });
    await changeAside(here, of, (aside) => ({ ...aside, note: "Asked twice" }));
  }
});

const paired = (retentionDays: number | null): Promise<PairingRow> =>
  savePairing(here, {
    server: "https://team.example",
    token: "secret",
    expiresAt: Number.MAX_SAFE_INTEGER,
    me: { ...me, workspace: { ...me.workspace, policy: { ...me.workspace.policy, retentionDays } } },
  });
const sent = () => here.db.outbox.clear();

/** Which threads a device still knows, by each of its tables. */
async function known(): Promise<Record<string, string[]>> {
  const { events, states, acquaintances, asides } = here.db;
  const threads = {
    events: (await events.toArray()).map(({ thread: key }) => key),
    states: (await states.toArray()).map(({ thread: key }) => key),
    names: (await acquaintances.toArray()).map(({ key }) => key),
    notes: (await asides.toArray()).map(({ thread: key }) => key),
  };
  return Object.fromEntries(
    Object.entries(threads).map(([table, keys]) => [table, [...new Set(keys)].toSorted()]),
  );
}
const everywhere = (...threads: (typeof quiet)[]) => {
  const keys = threads.map(threadKey).toSorted();
  return { events: keys, states: keys, names: keys, notes: keys };
};

describe("what a team forgets by age", () => {
  it("is forgotten here too, of its own Pages alone, by the last that happened", async () => {
    const pairing = await paired(90);
    await sent();
    expect(await retain(here, pairing)).toEqual([threadKey(quiet)]);
    expect(await known()).toEqual(everywhere(busy, elsewhere));
    expect(await retain(here, pairing)).toEqual([]);
  });

  it("is kept until what waits is sent", async () => {
    const pairing = await paired(90);
    expect(await retain(here, pairing)).toEqual([]);
    await sent();
    expect(await retain(here, pairing)).toEqual([threadKey(quiet)]);
  });

  it("is counted by the server's clock", async () => {
    const pairing = await paired(90);
    await sent();
    await keepClockOffset(here, -2 * DAY);
    expect(await retain(here, pairing)).toEqual([]);
  });

  it("is nothing without an age", async () => {
    await sent();
    expect(await retain(here, await paired(null))).toEqual([]);
    expect(await known()).toEqual(everywhere(quiet, busy, elsewhere));
  });

  it("takes names with it of whom nothing else is known", async () => {
    const pairing = await paired(90);
    const named = thread("9");
    await learn(here, { thread: named, name: "Nora Lind", lastAt: null });
    await keepGlimpses(here, PAGE, [
      { thread: thread("10"), name: "Ada Moe", lastAt: MORNING },
      { thread: thread("11"), name: "Bo Ek", lastAt: MORNING + 90 * DAY },
    ]);
    here.clock.now += 91 * DAY;
    await sent();
    expect((await retain(here, pairing)).toSorted()).toEqual([threadKey(quiet), threadKey(busy)]);
    expect(await known()).toEqual(everywhere(elsewhere));
    expect((await here.db.glimpses.toArray()).map(({ name }) => name)).toEqual(["Bo Ek"]);
  });
});

describe("one customer forgotten in this browser", () => {
  it("is gone from every table, on every Page, and nobody else is", async () => {
    expect((await forgetPersonHere(here, quiet.id)).toSorted()).toEqual(
      [threadKey(quiet), threadKey(elsewhere)].toSorted(),
    );
    expect(await known()).toEqual(everywhere(busy));
    expect((await here.db.outbox.toArray()).map(({ thread: key }) => key)).toEqual([
      threadKey(busy),
      threadKey(busy),
    ]);
    expect(await forgetPersonHere(here, quiet.id)).toEqual([]);
  });
});
