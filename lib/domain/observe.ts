import { fold, type FoldRules } from "./conversation.ts";
import type { Draft, StoredEvent } from "./event.ts";
import { ofKind } from "./kind.ts";
import { compareExactness, type Precision } from "./precision.ts";
import { type Sender, strongerSender } from "./sender.ts";
import type { Thread } from "./thread.ts";

/** A message as the page shows it; `at` (epoch ms) null where the page gives no time. Its text is never part of it. */
export interface SeenMessage {
  key: string | null;
  at: number | null;
  precision: Precision;
  sender: Sender;
  /** It left the composer of this browser. */
  own?: true;
}

/** What one look at an open conversation says, oldest message first and without a hole. */
export interface Look {
  thread: Thread;
  messages: readonly SeenMessage[];
  /** Nothing came before the oldest message. */
  beginning: boolean;
}

type Dated = SeenMessage & { at: number };

/**
 * The events that a look adds to what is known of the thread: nothing for what was seen before at least as well.
 * @param mint gives a fresh event id
 */
export function eventsOfLook(
  look: Look,
  known: readonly StoredEvent[],
  rules: FoldRules,
  mint: () => string,
): Draft[] {
  const dated = look.messages.filter((message): message is Dated => message.at !== null);
  const envelope = (at: number, precision: Precision) => ({
    id: mint(),
    v: 1 as const,
    thread: look.thread,
    at,
    precision,
  });
  const said = dated
    .filter((message) => message.key !== null && isNews(message, known))
    .map(({ at, precision, key, sender, own }): Draft => ({
      ...envelope(at, precision),
      kind: "message_seen",
      data: { key: key ?? "", sender, ...(own && { own }) },
    }));
  const turned = turnsOf(dated)
    .filter((turn) => !isTurnKnown(turn, known))
    .map(({ at, to, precision, sender }): Draft => ({
      ...envelope(at, precision),
      kind: "turn_seen",
      data: { sender, to },
    }));
  const drafts = [...said, ...turned];
  const [oldest, newest] = [dated[0], dated.at(-1)];
  if (!oldest || !newest || dated.length < look.messages.length) return drafts;
  const history: Draft = {
    ...envelope(oldest.at, newest.precision),
    kind: "history_seen",
    data: { to: Math.max(oldest.at, newest.at), beginning: look.beginning },
  };
  return provesStart(history, [...known, ...drafts.map(asEvent)], rules) ? [...drafts, history] : drafts;
}

/** A draft seen as an event of an unnamed device: observations are not ordered by their stamp. */
const asEvent = (draft: Draft): StoredEvent => ({ ...draft, device: "", hlc: "" });

function isNews(message: Dated, known: readonly StoredEvent[]): boolean {
  return !ofKind(known, "message_seen").some(
    ({ data, precision }) =>
      data.key === message.key &&
      (data.own || !message.own) &&
      compareExactness(precision, message.precision) <= 0 &&
      strongerSender(data.sender, message.sender) === data.sender,
  );
}

interface Turn {
  sender: Sender;
  at: number;
  to: number;
  precision: Precision;
}

/** Runs of messages without ids, of one sender, with the less exact of their precisions. */
function turnsOf(messages: readonly Dated[]): Turn[] {
  const turns: Turn[] = [];
  let last: SeenMessage | null = null;
  for (const message of messages) {
    const turn = turns.at(-1);
    const goesOn = turn !== undefined && last !== null && last.key === null && last.sender === message.sender;
    if (message.key === null && goesOn) {
      turn.to = Math.max(turn.to, message.at);
      if (compareExactness(message.precision, turn.precision) > 0) turn.precision = message.precision;
    } else if (message.key === null)
      turns.push({ sender: message.sender, at: message.at, to: message.at, precision: message.precision });
    last = message;
  }
  return turns;
}

const isTurnKnown = (turn: Turn, known: readonly StoredEvent[]): boolean =>
  ofKind(known, "turn_seen").some(
    ({ at, precision, data }) =>
      at <= turn.at &&
      turn.to <= data.to &&
      compareExactness(precision, turn.precision) <= 0 &&
      strongerSender(data.sender, turn.sender) === data.sender,
  );

/** A history is worth an event only where it proves a start that was not seen. */
function provesStart(history: Draft, known: readonly StoredEvent[], rules: FoldRules): boolean {
  const seenStarts = (events: readonly StoredEvent[]) =>
    fold(events, rules).filter(({ start }) => start.seen).length;
  return seenStarts([...known, asEvent(history)]) > seenStarts(known);
}
