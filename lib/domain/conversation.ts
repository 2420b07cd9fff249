import type { StoredEvent } from "./event.ts";
import type { EventKind } from "./event-data.ts";
import { cut, DEFAULT_GAP_MS, type Episode, indexAt, type Start } from "./episode.ts";
import { type Handoff, handoffsOf } from "./handoff.ts";
import { ofKind } from "./kind.ts";
import { historiesOf, type Message, messagesOf } from "./observation.ts";
import { byStamp } from "./order.ts";
import { type Pause, pausesOf } from "./pause.ts";
import { widthOf } from "./precision.ts";
import { type Authors, authorsOf, lastReply, type Reply } from "./reply.ts";
import { type Sale, salesOf } from "./sale.ts";
import { type Tag, tagsOf } from "./tag.ts";
import { type Touch, touchesOf } from "./touch.ts";
import { type Moment, type Wait, waitsOf, type WaitRules } from "./wait.ts";

export interface FoldRules extends WaitRules {
  gapMs: number;
}

export const DEFAULT_RULES: FoldRules = { gapMs: DEFAULT_GAP_MS, unknownIsPerson: false };

/** One episode of a thread with everything that was said about it. Times are epoch ms; null is "not known". */
export interface Conversation {
  start: Start;
  /** First answer by a person or a conversational bot, and the customer's next message after it. */
  firstAnswerAt: number | null;
  wentOnAt: number | null;
  firstReplyAt: number | null;
  lastCustomerAt: number | null;
  lastBusinessAt: number | null;
  /** The last answer whose author is known. */
  reply: Reply | null;
  /** Every outgoing message has a known author. */
  sendersKnown: boolean;
  waits: Wait[];
  /** All tags in the order of judgement, withdrawn ones too; `outcome` is the latest that stands. */
  tags: Tag[];
  outcome: Tag | null;
  handoffs: Handoff[];
  sales: Sale[];
  touches: Touch[];
  macros: { macro: string; at: number; event: string }[];
  criteria: string[];
  /** While the team waited on the customer; only a time-to-outcome target pauses. */
  pauses: Pause[];
  followUpAt: number | null;
  closedAt: number | null;
}

/** What was seen is spoken for by the messages; the rest is placed in a conversation event by event. */
const OBSERVED: ReadonlySet<EventKind> = new Set(["message_seen", "turn_seen", "history_seen"]);

/**
 * The conversations of one thread, oldest first. Pure: any order, repetition or split of the same events gives the
 * same answer (definitions, Thread, conversation, event). Events that the server refused must not be passed in.
 */
export function fold(events: readonly StoredEvent[], rules: FoldRules = DEFAULT_RULES): Conversation[] {
  const episodes = episodesOf(events, rules);
  const judged = judgedOf(events);
  const authors = authorsOf(events);
  const gone = new Set(ofKind(judged, "withdrawn", "consent_withdrawn").map(({ data }) => data.target));
  const places = new Map(judged.map((event) => [event.id, indexAt(episodes, instantOf(event))]));
  const placeOf = ({ id, data }: StoredEvent) =>
    ("target" in data ? places.get(data.target) : undefined) ?? places.get(id) ?? 0;
  return episodes.map((episode, number) =>
    conversation(
      episode,
      judged.filter((event) => placeOf(event) === number),
      gone,
      authors,
      rules,
    ),
  );
}

/** What was judged and done, each once, in the order of judgement. What was seen needs no order: it is merged by time. */
function judgedOf(events: readonly StoredEvent[]): StoredEvent[] {
  const judged = new Map<string, StoredEvent>();
  for (const event of events) if (!OBSERVED.has(event.kind)) judged.set(event.id, event);
  return [...judged.values()].toSorted(byStamp);
}

/** The instant that places an event: the one it names, else its own; of a rough time the last it may mean. */
const instantOf = ({ at, precision, data }: StoredEvent): number =>
  ("about" in data ? data.about : undefined) ?? (precision === "second" ? at : at + widthOf(precision));

/** Where nothing was read of the thread, what was judged still has a conversation: "before T". */
function episodesOf(events: readonly StoredEvent[], { gapMs }: FoldRules): Episode[] {
  const episodes = cut(messagesOf(events), historiesOf(events), gapMs);
  if (episodes.length > 0 || events.length === 0) return episodes;
  const at = Math.min(...events.map((event) => event.at));
  return [{ start: { at, seen: false, precision: "unknown", by: "unknown" }, messages: [] }];
}

function conversation(
  { start, messages }: Episode,
  events: readonly StoredEvent[],
  gone: ReadonlySet<string>,
  authors: Authors,
  rules: FoldRules,
): Conversation {
  const stands = ({ id }: { id: string }) => !gone.has(id);
  const tags = tagsOf(events, gone);
  const incoming = messages.filter(({ sender }) => sender === "customer");
  const outgoing = messages.filter(({ sender }) => sender !== "customer");
  const [asked] = incoming;
  const answer = asked && outgoing.find((message) => message.at >= asked.at && isAnswer(message, rules));
  const standing = events.filter(stands);
  return {
    start,
    firstAnswerAt: answer?.at ?? null,
    wentOnAt: (answer && incoming.find(({ at }) => at > answer.at)?.at) ?? null,
    lastCustomerAt: incoming.at(-1)?.at ?? null,
    lastBusinessAt: outgoing.at(-1)?.at ?? null,
    reply: lastReply(messages, authors),
    sendersKnown: outgoing.every(({ sender }) => sender !== "unknown"),
    ...waitsOf(momentsOf(messages, standing), rules),
    tags,
    outcome: tags.findLast(({ withdrawn }) => !withdrawn) ?? null,
    handoffs: handoffsOf(events, gone),
    sales: salesOf(events, gone),
    touches: touchesOf(standing),
    macros: ofKind(standing, "macro_inserted").map(({ id, at, data }) => ({
      macro: data.macro,
      at,
      event: id,
    })),
    criteria:
      ofKind(standing, "criteria_ticked", "outcome_tagged").findLast(({ data }) => data.criteria)?.data
        .criteria ?? [],
    pauses: pausesOf(
      ofKind(standing, "waiting_on_customer").map(({ at }) => at),
      incoming.map(({ at }) => at),
    ),
    followUpAt: ofKind(standing, "follow_up_set").at(-1)?.data.due ?? null,
    closedAt: ofKind(standing, "closed").at(-1)?.at ?? null,
  };
}

/** A greeting or an away message is no answer; an unknown author is one where nothing answers automatically. */
const isAnswer = ({ sender }: Message, { unknownIsPerson }: FoldRules): boolean =>
  sender === "person" || sender === "bot" || (unknownIsPerson && sender === "unknown");

function momentsOf(messages: readonly Message[], events: readonly StoredEvent[]): Moment[] {
  const said = messages.map(({ at, precision, sender }): Moment => ({ at, precision, what: sender }));
  const done = ofKind(events, "bot_handed_over", "no_answer_needed", "closed").map(
    ({ at, precision, kind }): Moment => ({ at, precision, what: kind }),
  );
  return said.concat(done).toSorted((a, b) => a.at - b.at);
}
