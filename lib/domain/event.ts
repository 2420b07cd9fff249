import { z } from "zod";
import { eventData, EventId, type EventData, type EventKind, Instant } from "./event-data.ts";
import { type Precision, PRECISIONS } from "./precision.ts";
import { CHANNELS, type Thread } from "./thread.ts";

/** Ids on the page are strings of digits; after an erasure a random word takes their place. */
export const PageId = z.string().regex(/^[\w.:@$-]{1,120}$/, "must be an id of the page");

export const ThreadShape = z.strictObject({ channel: z.enum(CHANNELS), asset: PageId, id: PageId });

const envelope = {
  id: EventId,
  v: z.literal(1),
  thread: ThreadShape,
  device: z.uuid().lowercase(),
  hlc: z.string().regex(/^[0-9a-f]{16}$/, "must be a clock stamp of 16 hex digits"),
  at: Instant,
  precision: z.enum(PRECISIONS),
};

const kinds = Object.keys(eventData) as [EventKind, ...EventKind[]];
const option = (kind: EventKind) =>
  z.strictObject({ ...envelope, kind: z.literal(kind), data: eventData[kind] });
const [first, ...rest] = kinds;

/** One entry of a thread of one kind: `at` dates figures (epoch ms), `hlc` orders judgements. */
export interface EventOf<Kind extends EventKind> {
  id: string;
  v: 1;
  kind: Kind;
  thread: Thread;
  device: string;
  hlc: string;
  at: number;
  precision: Precision;
  data: EventData[Kind];
}

/** Anything that is known about a thread is one of these. Refused: unknown keys, texts of messages, other versions. */
export type Event = { [Kind in EventKind]: EventOf<Kind> }[EventKind];

// safe because: the union is built from the same table, one option a kind, that EventOf is typed by.
export const Event = z.discriminatedUnion("kind", [
  option(first),
  ...rest.map(option),
]) as unknown as z.ZodType<Event>;

/** What the server adds when it accepts an event: who (from the token) and when. */
export type StoredEvent = Event & { member?: string; receivedAt?: number; flagged?: boolean };

/** A judgement as the page makes it, before the background gives it a device and a clock stamp. */
export type Draft = { [Kind in EventKind]: Omit<EventOf<Kind>, "device" | "hlc"> }[EventKind];
