import { randomUUID } from "node:crypto";
import type { StoredEvent } from "#lib/domain/event.ts";
import type { EventData, EventKind, Source } from "#lib/domain/event-data.ts";
import { tick } from "#lib/domain/hlc.ts";
import { CHANNELS, type Thread } from "#lib/domain/thread.ts";
import { uuidv7 } from "#lib/domain/uuid.ts";

export const ASSET = "9000000000000001";
export const CAMPAIGNS = 12;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Numbers from 0 to 1 that come again for the same seed (mulberry32, public domain, Tommy Ettinger). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const campaignOf = (number: number): string => `Campaign ${number % CAMPAIGNS}`;
/** One ad of each campaign. */
export const adOf = (number: number): string => String(120_240_000_000_000 + (number % CAMPAIGNS));

export const threadOf = (number: number): Thread => ({
  channel: CHANNELS[number % CHANNELS.length] ?? CHANNELS[0],
  asset: ASSET,
  id: String(100_000_000_000_000 + number),
});

/**
 * What happens in one conversation: the customer writes, most are answered and go on, four in five are tagged, a fifth
 * handed off, some buy, one in ten of those a second time weeks later. Five to fourteen events, none later than `now`.
 */
export function storyOf(
  thread: Thread,
  start: number,
  { random, device, now }: { random: () => number; device: string; now: number },
): StoredEvent[] {
  const events: StoredEvent[] = [];
  const tell = <Kind extends EventKind>(kind: Kind, at: number, data: EventData[Kind]): string => {
    const id = uuidv7(
      at,
      Uint8Array.from({ length: 10 }, () => Math.floor(random() * 256)),
    );
    const hlc = tick("0000000000000000", at);
    const event = { id, v: 1 as const, kind, thread, device, hlc, at, precision: "second" as const, data };
    // safe because: kind and data are tied by the type parameter; the compiler cannot carry it into the union.
    if (at <= now) events.push(event as unknown as StoredEvent);
    return id;
  };
  const says = (at: number, sender: "customer" | "person") =>
    tell("message_seen", at, { key: `mid.${thread.id}.${at}`, sender });
  const source: Source = { kind: "ad", ad: adOf(Math.floor(random() * CAMPAIGNS)) };
  tell("history_seen", start, { to: start, beginning: true });
  says(start, "customer");
  if (random() < 0.9) tell("source_attributed", start, { source, method: "ad_label" });
  const answered = start + (1 + Math.floor(random() ** 3 * 600)) * MINUTE;
  if (random() < 0.92) says(answered, "person");
  if (random() < 0.65) says(answered + Math.floor(random() * HOUR), "customer");
  if (random() < 0.6) says(answered + 2 * HOUR, "person");
  const judged = answered + Math.floor(random() * 20 * DAY);
  const luck = random();
  if (luck < 0.8) tell("outcome_tagged", judged, { outcome: luck < 0.35 ? "qualified" : "unqualified" });
  if (luck < 0.2) tell("handoff_offered", judged + MINUTE, { to: "sales" });
  if (luck >= 0.08) return events;
  const price = { amountMinor: 1_000 + Math.floor(random() * 20_000), currency: "USD" };
  const how = luck < 0.03 ? ("outside" as const) : ("in_chat" as const);
  tell("sale_recorded", judged + Math.floor(random() * 30 * DAY), { ...price, how });
  if (luck > 0.008) return events;
  // All of the first is over by then, 51 days after it began: a sale of it would count for the second.
  return [...events, ...storyOf(thread, start + 55 * DAY, { random, device, now })];
}

export const someDevice = (): string => randomUUID();
