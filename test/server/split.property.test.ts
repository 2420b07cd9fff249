import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fold } from "#lib/domain/conversation.ts";
import type { StoredEvent } from "#lib/domain/event.ts";
import { OUTCOMES } from "#lib/domain/outcome.ts";
import { SENDERS } from "#lib/domain/sender.ts";
import type { Thread } from "#lib/domain/thread.ts";
import { DAY, event, HOUR, MONDAY, THREAD } from "#test/domain/story.ts";
import { memberAt, type TestMember } from "#test/support/member.ts";
import { startServer, type TestServer } from "#test/support/server.ts";

const RUNS = 40;
const NOW = MONDAY + 100 * DAY;
let servers: TestServer[];
let members: TestMember[];

beforeAll(async () => {
  const first = await startServer({ now: () => NOW });
  const second = await startServer({ now: () => NOW, databaseUrl: first.databaseUrl });
  await first.countPage(THREAD.asset);
  const manager = await first.addMember("manager");
  servers = [first, second];
  members = [manager, memberAt(second.url, manager)];
});
afterAll(() => Promise.all(servers.map((server) => server.stop())));

const at = fc.integer({ min: 0, max: 40 * 24 }).map((hours) => MONDAY + hours * HOUR);
const step = fc.oneof(
  fc.record({ what: fc.constant("message" as const), at, sender: fc.constantFrom(...SENDERS) }),
  fc.record({ what: fc.constant("turn" as const), at, sender: fc.constantFrom(...SENDERS) }),
  fc.record({ what: fc.constant("history" as const), at, beginning: fc.boolean() }),
  fc.record({ what: fc.constant("tag" as const), at, outcome: fc.constantFrom(...OUTCOMES) }),
  fc.record({ what: fc.constant("sale" as const), at, amountMinor: fc.nat({ max: 100_000 }) }),
  fc.record({ what: fc.constant("undo" as const), at, of: fc.nat({ max: 20 }) }),
);

/** Events of two threads: late messages that move a start, tags, sales, and withdrawals of any of them. */
const story = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 1 }), step), { minLength: 1, maxLength: 30 })
  .map((steps) => (threads: [Thread, Thread]): StoredEvent[] => {
    const made: StoredEvent[] = [];
    for (const [which, one] of steps) {
      const told = { thread: threads[which] ?? threads[0] };
      const target = made[("of" in one ? one.of : 0) % Math.max(1, made.length)];
      if (one.what === "message")
        made.push(event("message_seen", one.at, { key: `mid.${one.at}`, sender: one.sender }, told));
      if (one.what === "turn")
        made.push(event("turn_seen", one.at, { sender: one.sender, to: one.at + HOUR }, told));
      if (one.what === "history")
        made.push(event("history_seen", one.at, { to: one.at + 9 * DAY, beginning: one.beginning }, told));
      if (one.what === "tag") made.push(event("outcome_tagged", one.at, { outcome: one.outcome }, told));
      if (one.what === "sale")
        made.push(
          event(
            "sale_recorded",
            one.at,
            { amountMinor: one.amountMinor, currency: "USD", how: "in_chat" },
            told,
          ),
        );
      if (one.what === "undo" && target)
        made.push(event("withdrawn", one.at, { target: target.id }, { thread: target.thread }));
    }
    return made;
  });

/** Where a batch ends, which server takes it, and whether it is sent twice. */
const split = fc.array(
  fc.record({ size: fc.integer({ min: 1, max: 12 }), second: fc.boolean(), twice: fc.boolean() }),
  {
    minLength: 1,
    maxLength: 8,
  },
);

let run = 0;

describe("the fold on the server", () => {
  it("equals the fold of the same events, in any order, split and repetition, over two servers", async () => {
    await fc.assert(
      fc.asyncProperty(story, split, fc.infiniteStream(fc.nat()), async (tell, cuts, shuffle) => {
        run += 1;
        const threads: [Thread, Thread] = [
          { ...THREAD, id: `${run}1` },
          { ...THREAD, id: `${run}2` },
        ];
        const events = tell(threads);
        const order = events
          .map((one) => ({ one, key: shuffle.next().value }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ one }) => one);
        const pushes: Promise<unknown>[] = [];
        for (let from = 0, cut = 0; from < order.length; cut += 1) {
          const { size, second, twice } = cuts[cut % cuts.length] ?? { size: 1, second: false, twice: false };
          const batch = order.slice(from, from + size);
          for (let times = twice ? 2 : 1; times > 0; times -= 1)
            pushes.push(members[second ? 1 : 0]?.push(batch) ?? Promise.reject(new Error("no server")));
          from += size;
        }
        await Promise.all(pushes);
        for (const thread of threads) {
          const mine = events.filter((one) => one.thread.id === thread.id);
          const member = members[0]?.id;
          expect(await stored(thread)).toEqual(asStored(fold(mine.map((one) => ({ ...one, member })))));
        }
      }),
      { numRuns: RUNS },
    );
  });
});

/** As JSON holds it: what is undefined is not there. */
const asStored = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

async function stored(thread: Thread): Promise<unknown[]> {
  const rows = await servers[0]?.db
    .selectFrom("conversations")
    .select("state")
    .where("thread_id", "=", thread.id)
    .orderBy("number")
    .execute();
  return rows?.map(({ state }) => state) ?? [];
}
