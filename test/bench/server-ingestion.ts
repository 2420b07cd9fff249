import { sql } from "kysely";
import { PushResponse } from "#lib/contract.ts";
import type { StoredEvent } from "#lib/domain/event.ts";
import { medianOf } from "#test/bench/measure.ts";
import { type Row, atLeast, below } from "#test/bench/row.ts";
import { type OwnProcess, startOwnProcess } from "#test/bench/own-process.ts";
import { randomFrom, storyOf, threadOf } from "#test/bench/story-log.ts";
import { directMember } from "#test/server/direct-member.ts";
import type { TestMember } from "#test/support/member.ts";

const BATCHES = 60;
/** Ours and the reference in turns, as what a machine gives changes from second to second. */
const TURNS = 3;
const EVENTS = 500;
const THREADS = 100;
/** Devices that push at once, each one batch after the other. */
const PUSHING = 4;
const DEVICES = 50;
const ROUNDS = 20;
const DAY = 86_400_000;

/** How quickly events are taken, validated, folded and counted, beside bare rows in the same PostgreSQL. */
export async function rows(): Promise<Row[]> {
  const server = await startOwnProcess();
  try {
    const members = await Promise.all(
      Array.from({ length: DEVICES }, (_, n) =>
        directMember(
          { db: server.ctx.db, url: server.url },
          { workspace: server.ctx.workspace, role: "rep", name: `Rep ${n}`, now: Date.now() },
        ),
      ),
    );
    const batchesFrom = (first: number, count: number) =>
      Array.from({ length: count }, (_, n) =>
        batchOf(first + n, members[n % PUSHING] ?? fail(), EVENTS, THREADS),
      );
    await pushAll(server, batchesFrom(TURNS * BATCHES, 8));
    const [ours, reference]: [number[], number[]] = [[], []];
    for (let turn = 0; turn < TURNS; turn += 1) {
      const batches = batchesFrom(turn * BATCHES, BATCHES);
      ours.push(await pushAll(server, batches));
      reference.push(await insertAll(server, batches));
    }
    const waited = await acknowledgements(server, members);
    return [
      atLeast(
        {
          metric: `events taken over HTTP in batches of ${EVENTS} on ${THREADS} threads, ${PUSHING} devices, median of ${TURNS} turns`,
          unit: "events/s",
          ours: medianOf(ours),
          reference: medianOf(reference),
          referenceName: "one connection's insert … select from unnest",
        },
        0.15,
      ),
      below(
        `acknowledgement, 99th percentile of ${waited.length}: ${DEVICES} devices, each 5 events a second`,
        "ms",
        waited.toSorted((a, b) => a - b)[Math.ceil(waited.length * 0.99) - 1] ?? Number.NaN,
        100,
      ),
    ];
  } finally {
    await server.stop();
  }
}

interface Batch {
  member: TestMember;
  events: StoredEvent[];
  body: string;
}

/** So many events of so many threads; each batch has threads of its own. */
function batchOf(number: number, member: TestMember, size: number, threads: number): Batch {
  const random = randomFrom(number + 1);
  const now = Date.now();
  const events: StoredEvent[] = [];
  const { device } = member;
  for (let n = 0; n < threads; n += 1) {
    const thread = threadOf(number * 100_000 + n);
    const start = now - 80 * DAY + Math.floor(random() * 40 * DAY);
    const story = storyOf(thread, start, { random, device, now }).slice(0, size / threads);
    // A short story goes on with the customer's next messages.
    for (let more = story.length; more < size / threads; more += 1)
      story.push(...storyOf(thread, start + more * 60_000, { random, device, now }).slice(1, 2));
    events.push(...story);
  }
  const batch = events;
  return { member, events: batch, body: JSON.stringify({ device, sentAt: now, events: batch }) };
}

const fail = (): never => {
  throw new Error("There is no such device.");
};

async function push({ url }: OwnProcess, { member, body }: Batch): Promise<void> {
  const answer = await fetch(`${url}/v1/events`, {
    method: "POST",
    headers: { authorization: `Bearer ${member.token}`, "content-type": "application/json" },
    body,
  });
  const { results } = PushResponse.parse(await answer.json());
  if (results.some(({ result }) => result !== "accepted")) throw new Error("An event was not accepted.");
}

/** Events a second, a few devices pushing at once. */
async function pushAll(server: OwnProcess, batches: readonly Batch[]): Promise<number> {
  const begin = performance.now();
  await Promise.all(
    Array.from({ length: PUSHING }, async (_, lane) => {
      for (const batch of batches.filter((_, n) => n % PUSHING === lane)) await push(server, batch);
    }),
  );
  return perSecond(batches, begin);
}

const perSecond = (batches: readonly Batch[], begin: number): number =>
  (batches.reduce((sum, { events }) => sum + events.length, 0) * 1_000) / (performance.now() - begin);

/** The same rows with the same key, by one connection in the same batches, into a table that is nothing else. */
async function insertAll({ ctx }: OwnProcess, batches: readonly Batch[]): Promise<number> {
  return ctx.db.connection().execute(async (db) => {
    await sql`create table public.bare_events (workspace_id uuid not null, channel text not null, asset text not null,
      thread_id text not null, event_id uuid not null, kind text not null, device_id uuid not null, hlc text not null,
      at bigint not null, precision text not null, data jsonb not null, primary key (workspace_id, event_id))`.execute(
      db,
    );
    const lists = batches.map(({ events }) => [
      events.map(({ thread }) => thread.channel),
      events.map(({ thread }) => thread.asset),
      events.map(({ thread }) => thread.id),
      events.map(({ id }) => id),
      events.map(({ kind }) => kind),
      events.map(({ device }) => device),
      events.map(({ hlc }) => hlc),
      events.map(({ at }) => at),
      events.map(({ precision }) => precision),
      events.map(({ data }) => JSON.stringify(data)),
    ]);
    const begin = performance.now();
    for (const [channel, asset, thread, id, kind, device, hlc, at, precision, data] of lists)
      await sql`insert into bare_events select ${ctx.workspace}::uuid, * from unnest(${channel}::text[],
        ${asset}::text[], ${thread}::text[], ${id}::uuid[], ${kind}::text[], ${device}::uuid[], ${hlc}::text[],
        ${at}::bigint[], ${precision}::text[], ${data}::jsonb[])`.execute(db);
    const rate = perSecond(batches, begin);
    await sql`drop table bare_events`.execute(db);
    return rate;
  });
}

/** How long each push waits for its answer: every device pushes five events a second, at a moment of its own. */
async function acknowledgements(server: OwnProcess, members: readonly TestMember[]): Promise<number[]> {
  const waits = await Promise.all(
    members.map(async (member, n) => {
      const mine: number[] = [];
      await delay((n * 1_000) / members.length);
      for (let round = 0; round < ROUNDS; round += 1) {
        const batch = batchOf(10_000 + round * DEVICES + n, member, 5, 1);
        const begin = performance.now();
        await push(server, batch);
        const took = performance.now() - begin;
        mine.push(took);
        await delay(Math.max(0, 1_000 - took));
      }
      return mine;
    }),
  );
  return waits.flat();
}

const delay = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));
