import type { Refusal } from "#lib/contract.ts";
import { Event } from "#lib/domain/event.ts";
import { boundTimes, isSameTimes, timesOf, withTimes } from "#lib/domain/event-times.ts";

/** An event of a batch that can be read: as it was sent. */
export interface Readable {
  id: string;
  event: Event;
}

/** One entry of a batch, looked at by itself: a bad one refuses itself, not the batch. */
export type Examined = Readable | { id: string; refusal: Refusal };

/** @param counted the Pages of the workspace */
export function examine(raw: unknown, counted: ReadonlySet<string>): Examined {
  const parsed = Event.safeParse(raw);
  if (!parsed.success) {
    const fields = Object.fromEntries(
      parsed.error.issues.map(({ path, message }) => [path.join("."), message]),
    );
    const [first] = Object.entries(fields);
    const message = `This event cannot be read${first ? `: ${first.join(" ").trim()}` : ""}.`;
    return { id: idOf(raw), refusal: { code: "invalid_event", message, fields } };
  }
  const event = parsed.data;
  return counted.has(event.thread.asset)
    ? { id: event.id, event }
    : { id: event.id, refusal: PAGE_NOT_COUNTED };
}

const PAGE_NOT_COUNTED: Refusal = {
  code: "page_not_counted",
  message: "This Page is not counted in this workspace: an administrator can add it.",
};

/**
 * The event as it is stored when it comes in at `receivedAt` (epoch ms): a time later than that becomes that, and the
 * event is flagged.
 */
export function bound(event: Event, receivedAt: number): { event: Event; flagged: boolean } {
  const sent = timesOf(event);
  const times = boundTimes(sent, receivedAt);
  const flagged = !isSameTimes(sent, times);
  return { event: flagged ? withTimes(event, times) : event, flagged };
}

const idOf = (raw: unknown): string =>
  typeof raw === "object" && raw !== null && "id" in raw && typeof raw.id === "string" ? raw.id : "";
