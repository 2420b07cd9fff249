import type { StoredEvent } from "./event.ts";
import { ofKind } from "./kind.ts";
import type { Message } from "./observation.ts";
import { compareText } from "./order.ts";

/** An answer whose author is known: it left the composer of one of their devices. */
export interface Reply {
  at: number;
  /** The member that the server named, undefined on this device. */
  by: string | undefined;
}

/** Who sent what, by the message's key, as the devices say that sent it. */
export type Authors = ReadonlyMap<string, { event: string; by: string | undefined }>;

/** Of several reports that claim one message the first by id speaks, so that the order of arrival says nothing. */
export function authorsOf(events: readonly StoredEvent[]): Authors {
  const authors = new Map<string, { event: string; by: string | undefined }>();
  for (const { id, member, data } of ofKind(events, "message_seen")) {
    if (!data.own) continue;
    const known = authors.get(data.key);
    if (!known || compareText(id, known.event) < 0) authors.set(data.key, { event: id, by: member });
  }
  return authors;
}

/** The last answer whose author is known; null where none is. */
export function lastReply(messages: readonly Message[], authors: Authors): Reply | null {
  const last = messages.findLast(({ key }) => key !== null && authors.has(key));
  return last ? { at: last.at, by: authors.get(last.key ?? "")?.by } : null;
}
