import fc from "fast-check";
import type { StoredEvent } from "#lib/domain/event.ts";
import type { Source } from "#lib/domain/event-data.ts";
import { HANDOFFS, OUTCOMES } from "#lib/domain/outcome.ts";
import { SENDERS } from "#lib/domain/sender.ts";
import { CHANNELS, type Thread } from "#lib/domain/thread.ts";
import { DAY, event, HOUR, MONDAY } from "#test/domain/story.ts";

/** Days that a log of `anyLog` covers, from MONDAY on. */
export const LOG_DAYS = 60;

/** Two ads of one campaign, one of which nobody named, and sources of every other kind. */
const SOURCES: readonly Source[] = [
  { kind: "ad", ad: "120240000000000001" },
  { kind: "ad", ad: "120240000000000002" },
  { kind: "ad", ad: "120240000000000009" },
  { kind: "campaign", campaign: "Autumn" },
  { kind: "creator", creator: "Mia" },
  { kind: "ref", ref: "spring-link" },
  { kind: "other", label: "A friend: said so" },
];

const at = fc.integer({ min: 0, max: LOG_DAYS * DAY }).map((ms) => MONDAY + ms);
const sender = fc.constantFrom(...SENDERS, "customer" as const, "person" as const);
const of = fc.nat({ max: 30 });
/** A macro of the team by default, and one that nobody else has. */
const macro = fc.constantFrom("thanks", "handoff", "0199a000-0000-7000-8000-0000000000aa");
const money = fc.record({ amountMinor: fc.nat({ max: 9_000 }), currency: fc.constantFrom("USD", "EUR") });

const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ what: fc.constant("message" as const), at, sender }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant("began" as const), at }) },
  {
    weight: 2,
    arbitrary: fc.record({ what: fc.constant("tag" as const), at, outcome: fc.constantFrom(...OUTCOMES) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ what: fc.constant("source" as const), at, source: fc.constantFrom(...SOURCES) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ what: fc.constant("offer" as const), at, to: fc.constantFrom(...HANDOFFS) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant("sale" as const),
      at,
      price: fc.option(money),
      in: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant("accept" as const), at, of }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant("return" as const), at, of }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant("refund" as const), at, of, price: money }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant("undo" as const), at, of }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant("close" as const), at }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant("macro" as const), at, macro }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant("wait" as const), at }) },
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** Made events by what they are, so that what answers another names one of its kind. */
const named = (
  made: readonly StoredEvent[],
  kind: StoredEvent["kind"],
  n: number,
): StoredEvent | undefined => {
  const some = made.filter((one) => one.kind === kind);
  return some[n % Math.max(1, some.length)];
};

function eventsOf(one: Step, thread: Thread, made: readonly StoredEvent[]): StoredEvent[] {
  const told = { thread };
  const tell: typeof event = (kind, when, data) => event(kind, when, data, told);
  switch (one.what) {
    case "message":
      return [tell("message_seen", one.at, { key: `mid.${one.at}`, sender: one.sender })];
    case "began":
      return [
        tell("message_seen", one.at, { key: `mid.${one.at}`, sender: "customer" }),
        tell("history_seen", one.at - 8 * DAY, { to: one.at + HOUR, beginning: false }),
      ];
    case "tag":
      return [tell("outcome_tagged", one.at, { outcome: one.outcome })];
    case "source":
      return [tell("source_attributed", one.at, { source: one.source, method: "label" })];
    case "offer":
      return [tell("handoff_offered", one.at, { to: one.to })];
    case "sale":
      return [tell("sale_recorded", one.at, { ...one.price, how: one.in ? "in_chat" : "outside" })];
    case "macro":
      return [tell("macro_inserted", one.at, { macro: one.macro })];
    case "close":
      return [tell("closed", one.at, {})];
    case "wait":
      return [tell("waiting_on_customer", one.at, {})];
    case "undo": {
      const target = made[one.of % Math.max(1, made.length)];
      return target ? [tell("withdrawn", one.at, { target: target.id })] : [];
    }
    case "refund": {
      const target = named(made, "sale_recorded", one.of);
      return target ? [tell("sale_refunded", one.at, { target: target.id, ...one.price })] : [];
    }
    default: {
      const target = named(made, "handoff_offered", one.of);
      if (!target) return [];
      return one.what === "accept"
        ? [tell("handoff_accepted", one.at, { target: target.id })]
        : [tell("handoff_returned", one.at, { target: target.id, reason: "no answer" })];
    }
  }
}

/** The events of some threads on every channel, in no order: starts seen and unseen, judgements and their undoing. */
export const anyLog = fc
  .array(fc.array(step, { minLength: 1, maxLength: 14 }), { minLength: 1, maxLength: 6 })
  .map(
    (stories) =>
      (asset: string, name: string): StoredEvent[] =>
        stories.flatMap((steps, n) => {
          const channel = CHANNELS[n % CHANNELS.length] ?? CHANNELS[0];
          const made: StoredEvent[] = [];
          for (const one of steps) made.push(...eventsOf(one, { channel, asset, id: `${name}-${n}` }, made));
          return made;
        }),
  );
