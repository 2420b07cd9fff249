import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { timesOf } from "#lib/domain/event-times.ts";
import { fold } from "#lib/domain/conversation.ts";
import type { Draft } from "#lib/domain/event.ts";
import { OUTCOMES } from "#lib/domain/outcome.ts";
import { threadKey } from "#lib/domain/thread.ts";
import { look } from "#lib/store/look.ts";
import { answerPageHere } from "#lib/store/page.ts";
import { learnClock } from "#lib/store/clock.ts";
import { savePairing } from "#lib/store/pairing.ts";
import { record } from "#lib/store/record.ts";
import { push } from "#lib/sync/push.ts";
import { type Device, device, draft, PAGE, thread } from "#test/store/device.ts";
import { type Life, life } from "./life.ts";
import { me, TeamServer, type Weather, WORKSPACE } from "./team-server.ts";

const threads = [thread("7"), thread("8")] as const;
const weather = fc.constantFrom<Weather>(
  "fine",
  "unreachable",
  "answer_lost",
  "error",
  "killed_before",
  "killed_after",
);

/** What a day consists of; `killAfter` lets that many writes of the step pass and kills the worker in the next. */
const step = fc.record({
  what: fc.oneof(
    fc.record({
      do: fc.constant("record" as const),
      thread: fc.nat(1),
      tags: fc.array(fc.nat(4), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      do: fc.constant("look" as const),
      thread: fc.nat(1),
      messages: fc.integer({ min: 1, max: 4 }),
    }),
    fc.record({ do: fc.constant("push" as const), weather: fc.array(weather, { maxLength: 3 }) }),
    fc.record({ do: fc.constant("pair" as const) }),
    fc.record({ do: fc.constant("learn the clock" as const) }),
  ),
  killAfter: fc.option(fc.nat(6), { nil: undefined, freq: 2 }),
  /** What met a dying worker, or whose answer was lost, is asked again by the overlay; or the tab was closed. */
  again: fc.boolean(),
  passes: fc.nat(120_000),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

interface Day {
  server: TeamServer;
  now: Life;
  /** Drafts whose recording was confirmed, and those that nobody knows of. */
  confirmed: Map<string, Draft>;
  doubtful: Map<string, Draft>;
}

async function pair(here: Device): Promise<void> {
  if ((await here.db.pairings.count()) === 0)
    await savePairing(here, {
      server: "https://team.example",
      token: "secret",
      expiresAt: Number.MAX_SAFE_INTEGER,
      me,
    });
}

function asked(day: Day, { what }: Step): () => Promise<unknown> {
  const at = day.now.here.now();
  if (what.do === "push") {
    day.server.weather = [...what.weather];
    return () => push(day.now.sync, WORKSPACE, { urgent: true });
  }
  if (what.do === "pair") return () => pair(day.now.here);
  if (what.do === "learn the clock")
    return () => learnClock(day.now.here, { offset: day.server.now() - day.now.here.now(), error: 1_000 });
  const of = threads[what.thread] ?? threads[0];
  if (what.do === "look") {
    const messages = Array.from({ length: what.messages }, (_, number) => ({
      key: `m_${number}`,
      at: at - 60_000 * (5 - number),
      precision: "minute" as const,
      sender: number % 2 ? ("person" as const) : ("customer" as const),
    }));
    return () => look(day.now.here, { thread: of, messages, beginning: true });
  }
  const drafts = what.tags.map((tag) =>
    draft("outcome_tagged", { outcome: OUTCOMES[tag] ?? "qualified" }, { thread: of, at }),
  );
  for (const made of drafts) day.doubtful.set(made.id, made);
  return async () => {
    await record(day.now.here, drafts);
    for (const made of drafts) {
      day.doubtful.delete(made.id);
      day.confirmed.set(made.id, made);
    }
  };
}

async function live(day: Day, one: Step): Promise<void> {
  day.now.here.clock.now += one.passes;
  const work = asked(day, one);
  if (one.killAfter !== undefined) day.now.killAfter(one.killAfter);
  const died = await work().then(
    () => day.now.isDead(),
    () => day.now.isDead(),
  );
  day.now.killAfter(Number.POSITIVE_INFINITY);
  if (died) {
    day.now.here.db.close();
    day.now = life(day.now.here, day.server);
  }
  day.server.weather = [];
  if (one.again) await work();
  await checkDisk(day);
}

/** At every moment: states are the fold of their events, and what no server acknowledged waits to be sent. */
async function checkDisk({ now: { here } }: Day): Promise<void> {
  const rows = await here.db.events.toArray();
  for (const of of threads) {
    const events = rows.filter(({ thread }) => thread === threadKey(of)).map(({ event }) => event);
    const state = await here.db.states.get(threadKey(of));
    expect(state?.conversations ?? []).toEqual(fold(events));
  }
  const waiting = rows.filter(({ workspace }) => workspace === null).map(({ id }) => id);
  expect((await here.db.outbox.toCollection().primaryKeys()).toSorted()).toEqual(waiting.toSorted());
}

describe("any interleaving of recording, kills, pushes, answers and retries", () => {
  it("loses nothing, doubles nothing, and leaves device and server alike", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 14 }),
        fc.integer({ min: -7_200_000, max: 7_200_000 }),
        fc.nat(9),
        async (steps, skew, refused) => {
          const here = device();
          const server = new TeamServer(() => here.clock.now + skew);
          server.refuses = ({ id }) => id.endsWith(String(refused));
          await answerPageHere(here, { asset: PAGE, name: null, counted: true });
          const day: Day = { server, now: life(here, server), confirmed: new Map(), doubtful: new Map() };
          for (const one of steps) await live(day, one);
          await settle(day);
          await checkDisk(day);
          await check(day);
          expect(await here.db.outbox.count()).toBe(0);
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** The network is back, and everything is pushed until nothing waits. */
async function settle({ now, server }: Day): Promise<void> {
  server.weather = [];
  await pair(now.here);
  await push(now.sync, WORKSPACE, { urgent: true });
}

async function check({ now: { here }, server, confirmed, doubtful }: Day): Promise<void> {
  const rows = await here.db.events.toArray();
  const refused = await here.db.refused.toArray();
  expect(refused.map(({ id }) => id).toSorted()).toEqual([...server.rejected].toSorted());
  expect(rows.map(({ id, event }) => ({ id, ...timesOf(event) }))).toEqual(
    [...server.stored]
      .map(([id, { times }]) => ({ id, ...times }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  );
  const known = new Set([...server.stored.keys(), ...server.rejected]);
  for (const id of confirmed.keys()) expect(known).toContain(id);
  const judged = rows.filter(({ event }) => event.kind === "outcome_tagged");
  for (const { id } of judged) expect(confirmed.has(id) || doubtful.has(id)).toBe(true);
}
