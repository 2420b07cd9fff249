import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_RULES, fold } from "#lib/domain/conversation.ts";
import type { Draft, StoredEvent } from "#lib/domain/event.ts";
import { tick } from "#lib/domain/hlc.ts";
import { eventsOfLook, type SeenMessage } from "#lib/domain/observe.ts";
import { OUTCOMES } from "#lib/domain/outcome.ts";
import { SENDERS } from "#lib/domain/sender.ts";
import { uuidv7 } from "#lib/domain/uuid.ts";
import { DAY, event, HOUR, MINUTE, MONDAY, THREAD } from "#test/domain/story.ts";

const RUNS = 5_000;
const A = "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa";
const B = "bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb";

/** The gaps are such that conversations, turns and waits all come up, and several messages share a minute. */
const gap = fc.oneof(
  fc.integer({ min: 1, max: 50 }).map((seconds) => seconds * 1000),
  fc.integer({ min: 1, max: 90 }).map((minutes) => minutes * MINUTE),
  fc.integer({ min: 1, max: 20 }).map((days) => days * DAY),
);

/** What was really said: times rise, every message has an id that only some pages show. */
const truth = fc
  .array(fc.record({ gap, sender: fc.constantFrom(...SENDERS) }), { minLength: 1, maxLength: 12 })
  .map((said) => {
    let at = MONDAY;
    return said.map(({ gap, sender }, number): SeenMessage & { at: number } => {
      at += gap;
      return { key: `mid.$${number}`, at, precision: "second", sender };
    });
  });

let minted = 0;
const mint = (): string => {
  minted += 1;
  return uuidv7(
    MONDAY,
    Uint8Array.from({ length: 10 }, (_, place) => (place < 6 ? 7 : (minted >> (8 * (9 - place))) & 0xff)),
  );
};

const received = (drafts: Draft[], device: string): StoredEvent[] =>
  drafts.map((draft) => ({ ...draft, device, hlc: tick("0000000000000000", draft.at) }));

/** A page without ids shows times to the minute; senders may be seen less well. */
const withoutIds = (messages: readonly SeenMessage[]): SeenMessage[] =>
  messages.map((message) => ({
    ...message,
    key: null,
    precision: "minute",
    at: message.at === null ? null : message.at - (message.at % MINUTE),
  }));

const look = (messages: readonly SeenMessage[], known: readonly StoredEvent[], beginning: boolean) =>
  eventsOfLook({ thread: THREAD, messages, beginning }, known, DEFAULT_RULES, mint);

const judgements = fc.array(
  fc.record({
    after: fc.integer({ min: 0, max: 60 * 24 }).map((hours) => hours * HOUR),
    what: fc.constantFrom("tag", "undo", "handoff", "accept", "return", "sale", "refund", "done"),
    outcome: fc.constantFrom(...OUTCOMES),
    device: fc.constantFrom(A, B),
    of: fc.nat({ max: 20 }),
  }),
  { maxLength: 10 },
);

const judged = (
  steps: typeof judgements extends fc.Arbitrary<infer Steps> ? Steps : never,
): StoredEvent[] => {
  const made: StoredEvent[] = [];
  for (const { after, what, outcome, device, of } of steps) {
    const at = MONDAY + after;
    const target = made[of % Math.max(1, made.length)]?.id ?? mint();
    const told = { device, member: device };
    if (what === "tag") made.push(event("outcome_tagged", at, { outcome }, told));
    if (what === "undo") made.push(event("withdrawn", at, { target }, told));
    if (what === "handoff") made.push(event("handoff_offered", at, { to: "sales" }, told));
    if (what === "accept") made.push(event("handoff_accepted", at, { target }, told));
    if (what === "return") made.push(event("handoff_returned", at, { target, reason: "Not ready" }, told));
    if (what === "sale")
      made.push(event("sale_recorded", at, { amountMinor: 100 + of, currency: "USD", how: "in_chat" }, told));
    if (what === "refund")
      made.push(event("sale_refunded", at, { target, amountMinor: 50, currency: "USD" }, told));
    if (what === "done") made.push(event("no_answer_needed", at, {}, told));
  }
  return made;
};

describe("fold", () => {
  it("gives the same states for any order, repetition or split of the same events", () => {
    fc.assert(
      fc.property(
        truth,
        judgements,
        fc.nat(),
        fc.nat(),
        fc.array(fc.nat(), { maxLength: 40 }),
        (messages, steps, cutA, cutB, shuffle) => {
          // Two devices look at different times: one with ids from some message on, one without ids up to another.
          const fromA = received(look(messages.slice(cutA % messages.length), [], false), A);
          const fromB = received(
            look(withoutIds(messages.slice(0, (cutB % messages.length) + 1)), [], true),
            B,
          );
          const events = [...fromA, ...fromB, ...judged(steps)];
          const repeated = shuffle.flatMap((place) => events[place % events.length] ?? []);
          const reordered = [...repeated, ...events].map((one, place) => ({
            one,
            rank: (shuffle[place % Math.max(1, shuffle.length)] ?? 0) * 31 + place * 17,
          }));
          const mixed = reordered.toSorted((a, b) => (a.rank % 101) - (b.rank % 101)).map(({ one }) => one);
          expect(fold(mixed)).toEqual(fold(events));
        },
      ),
      { numRuns: RUNS },
    );
  });

  it("learns nothing false from a page without ids where another device saw every message with its id", () => {
    fc.assert(
      fc.property(truth, fc.nat(), fc.nat(), (messages, from, to) => {
        const fromA = received(look(messages, [], true), A);
        const part = messages.slice(
          from % messages.length,
          (from % messages.length) + 1 + (to % messages.length),
        );
        const fromB = received(look(withoutIds(part), [], false), B);
        expect(fold([...fromA, ...fromB])).toEqual(fold(fromA));
      }),
      { numRuns: RUNS },
    );
  });

  it("comes to the same starts when the past arrives late as when it was there at once", () => {
    fc.assert(
      fc.property(truth, fc.nat(), (messages, cut) => {
        const recent = received(look(messages.slice(cut % messages.length), [], false), A);
        const late = received(look(messages, recent, true), A);
        const atOnce = received(look(messages, [], true), A);
        expect(fold([...recent, ...late])).toEqual(fold(atOnce));
      }),
      { numRuns: RUNS },
    );
  });

  it("adds nothing for a look that was taken before", () => {
    fc.assert(
      fc.property(truth, fc.boolean(), fc.boolean(), (messages, beginning, ids) => {
        const seen = ids ? messages : withoutIds(messages);
        const first = received(look(seen, [], beginning), A);
        expect(look(seen, first, beginning)).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });
});
