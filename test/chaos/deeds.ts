import { randomBytes } from "node:crypto";
import type { Draft, StoredEvent } from "#lib/domain/event.ts";
import type { EventData, EventKind } from "#lib/domain/event-data.ts";
import { ofKind } from "#lib/domain/kind.ts";
import { HANDOFFS, OUTCOMES } from "#lib/domain/outcome.ts";
import type { Thread } from "#lib/domain/thread.ts";
import { uuidv7 } from "#lib/domain/uuid.ts";
import { pick } from "#test/business-suite/world/random.ts";

const HOUR = 3_600_000;

interface Scene {
  thread: Thread;
  /** What this device knows of the thread, colleagues' events too. */
  known: readonly StoredEvent[];
  /** Of the device's own clock, epoch ms. */
  now: number;
  random: () => number;
}

type Deed = { [Kind in EventKind]: { kind: Kind; data: EventData[Kind] } }[EventKind];

/** What a rep does next in a conversation, whatever colleagues do there meanwhile. */
export function drafts(scene: Scene): Draft[] {
  const { thread, now, random } = scene;
  const wasBefore = random() < 0.1;
  return Array.from({ length: 1 + Math.floor(random() * 2.4) }, (_, place) => {
    const at = wasBefore ? now - Math.round(random() * 300 * HOUR) : now + place;
    const precision = wasBefore ? pick(random, ["second", "hour", "day"] as const) : "second";
    const envelope = { id: uuidv7(now, randomBytes(10)), v: 1, thread, at, precision } as const;
    // safe because: a deed's kind and data belong together; the union cannot say so once they are spread.
    return { ...envelope, ...deed(scene) } as Draft;
  });
}

function deed(scene: Scene): Deed {
  const { random } = scene;
  const chance = random();
  if (chance < 0.42) return tag(scene);
  if (chance < 0.75) return answer(scene) ?? tag(scene);
  return plain(scene);
}

function tag({ now, random }: Scene): Deed {
  const about = random() < 0.15 ? { about: now - Math.round(random() * 400 * HOUR) } : {};
  return { kind: "outcome_tagged", data: { outcome: pick(random, OUTCOMES), ...about } };
}

/** Something about an earlier event, mostly somebody else's: a withdrawal, or what became of a handoff or a sale. */
function answer({ known, random, now }: Scene): Deed | null {
  const judged = known.filter(({ kind }) => !kind.endsWith("_seen"));
  if (judged.length === 0) return null;
  const target = pick(random, judged).id;
  const offer = ofKind(judged, "handoff_offered").at(-1);
  const sale = ofKind(judged, "sale_recorded").at(-1);
  const given = ofKind(judged, "consent_given").at(-1);
  const price = { amountMinor: Math.floor(random() * 20_000), currency: "USD" };
  const deeds: Deed[] = [{ kind: "withdrawn", data: { target } }];
  if (offer) {
    deeds.push({ kind: "handoff_accepted", data: { target: offer.id } });
    deeds.push({ kind: "handoff_returned", data: { target: offer.id, reason: `Not now, ${now % 7}` } });
  }
  if (sale) {
    deeds.push({ kind: "sale_corrected", data: { target: sale.id, ...price } });
    deeds.push({ kind: "sale_refunded", data: { target: sale.id, ...price } });
  }
  if (given) deeds.push({ kind: "consent_withdrawn", data: { target: given.id } });
  return pick(random, deeds);
}

function plain({ known, now, random }: Scene): Deed {
  const converted = ofKind(known, "outcome_tagged").findLast(({ data }) => data.outcome === "converted");
  const deeds: Deed[] = [
    { kind: "handoff_offered", data: { to: pick(random, HANDOFFS) } },
    {
      kind: "sale_recorded",
      data: {
        amountMinor: Math.floor(random() * 50_000),
        currency: pick(random, ["USD", "EUR"]),
        how: pick(random, ["in_chat", "outside"] as const),
        ...(converted && { tag: converted.id }),
      },
    },
    { kind: "criteria_ticked", data: { criteria: pick(random, [["Need"], ["Need", "Fit"]]), definition: 1 } },
    { kind: "macro_inserted", data: { macro: pick(random, ["thanks", "handoff"]) } },
    { kind: "no_answer_needed", data: {} },
    { kind: "follow_up_set", data: { due: now + Math.round(random() * 90 * HOUR) } },
    { kind: "waiting_on_customer", data: {} },
    { kind: "closed", data: {} },
    { kind: "bot_handed_over", data: {} },
    {
      kind: "source_attributed",
      data: { source: { kind: "creator", creator: pick(random, ["Ana", "Bo"]) }, method: "chosen" },
    },
    { kind: "consent_given", data: { what: "marketing" } },
  ];
  return pick(random, deeds);
}
