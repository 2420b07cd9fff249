import type { StoredEvent } from "#lib/domain/event.ts";
import type { EventData, EventKind } from "#lib/domain/event-data.ts";
import { tick } from "#lib/domain/hlc.ts";
import type { Precision } from "#lib/domain/precision.ts";
import type { Sender } from "#lib/domain/sender.ts";
import type { Thread } from "#lib/domain/thread.ts";
import { uuidv7 } from "#lib/domain/uuid.ts";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** A Monday, 09:00 in UTC. */
export const MONDAY = Date.UTC(2026, 10, 16, 9);

export const THREAD: Thread = { channel: "FB_MESSAGE", asset: "9000000000000001", id: "100000000000011" };
const DEVICE = "0c2d6f5e-3c1c-4c55-9d6b-1a2b3c4d5e6f";

let count = 0;
const nextBytes = (): Uint8Array => {
  count += 1;
  return Uint8Array.from({ length: 10 }, (_, place) => (place < 6 ? 0 : (count >> (8 * (9 - place))) & 0xff));
};

export interface Told {
  precision?: Precision;
  device?: string;
  hlc?: string;
  member?: string;
  thread?: Thread;
}

/** An event of a story, stamped in the order of its time unless told otherwise. */
export const event = <Kind extends EventKind>(
  kind: Kind,
  at: number,
  data: EventData[Kind],
  told: Told = {},
): StoredEvent => {
  const envelope = {
    id: uuidv7(at, nextBytes()),
    v: 1 as const,
    kind,
    thread: told.thread ?? THREAD,
    device: told.device ?? DEVICE,
    hlc: told.hlc ?? tick("0000000000000000", at),
    at,
    precision: told.precision ?? ("second" as const),
    data,
    ...(told.member === undefined ? {} : { member: told.member }),
  };
  // safe because: kind and data are tied by the type parameter; the compiler cannot carry it into the union.
  return envelope as unknown as StoredEvent;
};

/** A message with an id of its own. */
export const says = (sender: Sender, at: number, key = `mid.$${sender}${at}`): StoredEvent =>
  event("message_seen", at, { key, sender });

/** The whole of the thread up to `to` was read, from its beginning at `from`. */
export const wholeHistory = (from: number, to: number): StoredEvent =>
  event("history_seen", from, { to, beginning: true });
