import type { Draft } from "#lib/domain/event.ts";
import type { EventKind } from "#lib/domain/event-data.ts";

/** Times that the page gives; Meta's clock, not this device's. */
const OBSERVED: ReadonlySet<EventKind> = new Set([
  "message_seen",
  "turn_seen",
  "history_seen",
  "bot_handed_over",
]);

/** What was seen on the page, as against what somebody judged or did. */
export const isObserved = ({ kind }: { kind: EventKind }): boolean => OBSERVED.has(kind);

/** How far from the device's clock a judgement's time may lie and still have been read from it. */
const JUST_NOW_MS = 60_000;

/** The time was read from this device's clock: not the page's, and not a date that somebody named. */
export const isClockTime = (draft: Draft, now: number): boolean =>
  !isObserved(draft) && draft.precision === "second" && Math.abs(draft.at - now) <= JUST_NOW_MS;
