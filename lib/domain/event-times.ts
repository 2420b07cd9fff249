import { z } from "zod";
import type { Event } from "./event.ts";
import { Instant } from "./event-data.ts";
import { boundHlc } from "./hlc.ts";

/**
 * The times of an event that were over when it was made, in epoch ms: when it was, its clock stamp, when a turn or a
 * history ends, the instant that a judgement is about. A follow-up and the end of a consent lie ahead, and are none.
 */
export const EventTimes = z.object({
  at: Instant,
  hlc: z.string(),
  to: Instant.optional(),
  about: Instant.optional(),
});
export type EventTimes = z.infer<typeof EventTimes>;

export function timesOf({ at, hlc, data }: Pick<Event, "at" | "hlc" | "data">): EventTimes {
  const times: EventTimes = { at, hlc };
  // A handoff's `to` is no time.
  if ("to" in data && typeof data.to === "number") times.to = data.to;
  if ("about" in data && data.about !== undefined) times.about = data.about;
  return times;
}

/** None later than the receipt: a clock that runs ahead dates nothing, and does not win for days. */
export function boundTimes({ at, hlc, to, about }: EventTimes, receivedAt: number): EventTimes {
  const times: EventTimes = { at: Math.min(at, receivedAt), hlc: boundHlc(hlc, receivedAt) };
  if (to !== undefined) times.to = Math.min(to, receivedAt);
  if (about !== undefined) times.about = Math.min(about, receivedAt);
  return times;
}

/** The event with other times; what it has no time for is left out. */
export function withTimes<Timed extends Event>(event: Timed, times: EventTimes): Timed {
  const { at, hlc, to, about } = times;
  const own = timesOf(event);
  const inside = {
    ...(own.to !== undefined && to !== undefined && { to }),
    ...(own.about !== undefined && about !== undefined && { about }),
  };
  // safe because: a time takes the place of a time.
  return { ...event, at, hlc, data: { ...event.data, ...inside } } as Timed;
}

/** Whether two events have the same times. */
export const isSameTimes = (one: EventTimes, other: EventTimes): boolean =>
  one.at === other.at && one.hlc === other.hlc && one.to === other.to && one.about === other.about;
