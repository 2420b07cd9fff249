import type { StoredEvent } from "./event.ts";
import { ofKind } from "./kind.ts";
import { compareText } from "./order.ts";
import { compareExactness, type Precision, widthOf } from "./precision.ts";
import { type Sender, strongerSender } from "./sender.ts";

/** One message as the fold knows it: when (epoch ms), how exactly, and who. */
export interface Message {
  at: number;
  precision: Precision;
  sender: Sender;
  key: string | null;
}

/** A stretch of the thread that one device read without a hole: `to` is the latest instant it may reach. */
export interface History {
  from: number;
  to: number;
  beginning: boolean;
}

const isIncoming = ({ sender }: Message): boolean => sender === "customer";

const byTime = (a: Message, b: Message): number =>
  a.at - b.at ||
  Number(isIncoming(b)) - Number(isIncoming(a)) ||
  compareText(a.key ?? "", b.key ?? "") ||
  compareText(a.sender, b.sender);

const byExactness = (a: Message, b: Message): number =>
  compareExactness(a.precision, b.precision) || byTime(a, b);

/** Two reports of one message: the more exact time, the stronger claim about who wrote. */
const merge = (a: Message, b: Message): Message => {
  const [best] = [a, b].toSorted(byExactness) as [Message, Message];
  return { ...best, sender: strongerSender(a.sender, b.sender) };
};

const overlap = (a: Message, b: Message): boolean =>
  a.at <= b.at + widthOf(b.precision) && b.at <= a.at + widthOf(a.precision);

/**
 * The messages of one thread, oldest first, whatever the order, repetition or split of the reports.
 * Reports with a `data-message-id` meet by that key. A turn (reported where the page has no ids) gives its first
 * and last message; each is dropped where a more exact report of the same direction may be the same message.
 */
export function messagesOf(events: readonly StoredEvent[]): Message[] {
  const keyed = new Map<string, Message>();
  const ends: Message[] = [];
  for (const event of events) {
    const { at, precision } = event;
    if (event.kind === "message_seen") {
      const { key, sender } = event.data;
      const message = { at, precision, sender, key };
      const known = keyed.get(key);
      keyed.set(key, known ? merge(known, message) : message);
    } else if (event.kind === "turn_seen") {
      const { sender, to } = event.data;
      ends.push({ at, precision, sender, key: null });
      if (to > at) ends.push({ at: to, precision, sender, key: null });
    }
  }
  const messages = [...keyed.values()].toSorted(byTime);
  return ends.length === 0 ? messages : messages.concat(distinct(ends, messages)).toSorted(byTime);
}

/** Of the ends of turns, those that no more exact report explains. */
function distinct(ends: Message[], keyed: Message[]): Message[] {
  const kept: Message[] = [];
  for (const end of ends.toSorted(byExactness)) {
    const isSame = (other: Message) => isIncoming(other) === isIncoming(end) && overlap(other, end);
    const twin = kept.findIndex(isSame);
    if (keyed.some(isSame)) continue;
    if (twin === -1) kept.push(end);
    else
      kept[twin] = {
        ...(kept[twin] as Message),
        sender: strongerSender((kept[twin] as Message).sender, end.sender),
      };
  }
  return kept;
}

/** The stretches that were read without a hole; only these can prove that a gap was a gap. */
export const historiesOf = (events: readonly StoredEvent[]): History[] =>
  ofKind(events, "history_seen").map(({ at, precision, data }) => ({
    from: at,
    to: data.to + widthOf(precision),
    beginning: data.beginning,
  }));
