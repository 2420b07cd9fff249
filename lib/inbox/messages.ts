import type { SeenMessage } from "#lib/domain/observe.ts";
import type { Precision } from "#lib/domain/precision.ts";
import type { Sender } from "#lib/domain/sender.ts";
import type { Direction } from "./direction.ts";
import { type MessageTime, timesOf } from "./message-times.ts";
import type { PaneContext } from "./pane-context.ts";
import type { OwnSends } from "./own-sends.ts";
import type { HeardWord } from "./reading.ts";
import { itemsOf, type PaneItem, type PaneMemory } from "./pane-items.ts";
import { sendersOf } from "./senders.ts";

/** A message of the pane: `kind` is null where its side is not known, "system" for a line of Meta's own. */
export interface PaneMessage extends MessageTime {
  element: HTMLElement;
  key: string | null;
  direction: Direction;
  kind: Sender | "system" | null;
  /** This browser sent it. */
  isOwn: boolean;
  digest: string;
  heard: readonly string[];
}

export interface PaneReading {
  /** Oldest first. */
  messages: PaneMessage[];
  handovers: { at: number; precision: Precision }[];
  /** The line that says that the customer came from an ad; null where there is none. */
  adLine: MessageTime | null;
}

const isHandover = (item: PaneItem): boolean =>
  (item.what === "line" && item.kind === "handover") || (item.what === "bubble" && item.line === "handover");
const isAdLine = (item: PaneItem): boolean =>
  (item.what === "line" && item.kind === "ad") || (item.what === "bubble" && item.line === "ad");

/**
 * Reads the messages of an open conversation.
 * @param memory the pane as it was read before
 * @param own what was sent from this browser's composer
 */
export function readMessages(
  region: HTMLElement,
  context: PaneContext,
  memory: PaneMemory,
  own: OwnSends,
): PaneReading {
  const items = itemsOf(region, context, memory);
  const times = timesOf(items, region, context);
  own.settle(
    items.filter((item) => item.what === "bubble"),
    context.now,
  );
  const senders = sendersOf(items, own.isOwn);
  const timeOf = (item: PaneItem): MessageTime => times.get(item) ?? { at: null, precision: "unknown" };
  const messages = items.flatMap((item): PaneMessage[] => {
    if (item.what !== "bubble") return [];
    const { element, key, direction, digest, heard } = item;
    const kind = senders.get(item) ?? null;
    const isOwn = kind === "person" && own.isOwn(item);
    return [{ element, key, direction, digest, heard, kind, isOwn, ...timeOf(item) }];
  });
  const handovers = items.filter(isHandover).flatMap((item) => {
    const { at, precision } = timeOf(item);
    return at === null ? [] : [{ at, precision }];
  });
  const adItem = items.find(isAdLine);
  return { messages, handovers, adLine: adItem ? timeOf(adItem) : null };
}

/**
 * The messages as the domain takes them: Meta's own lines left out, messages without a side undated, and times that
 * never go back in page order (a message not later than the one before it is moved 1 ms behind it).
 */
export function seenMessages(messages: readonly PaneMessage[]): SeenMessage[] {
  let last = Number.NEGATIVE_INFINITY;
  return messages
    .filter(({ kind }) => kind !== "system")
    .map(({ key, at, precision, kind, isOwn }): SeenMessage => {
      if (kind === null || kind === "system")
        return { key: null, at: null, precision: "unknown", sender: "unknown" };
      if (at === null) return { key, at, precision, sender: kind };
      last = Math.max(at, last + 1);
      return { key, at: last, precision, sender: kind, ...(isOwn && { own: true }) };
    });
}

/** The team's words that the customer wrote, the latest message first, each word once. */
export function heardWords(messages: readonly PaneMessage[]): HeardWord[] {
  const heard = new Map<string, HeardWord>();
  for (const { kind, heard: words, at } of messages.toReversed())
    if (kind === "customer") for (const word of words) if (!heard.has(word)) heard.set(word, { word, at });
  return [...heard.values()];
}
