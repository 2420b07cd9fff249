import { type Conversation, fold } from "#lib/domain/conversation.ts";
import type { Draft, StoredEvent } from "#lib/domain/event.ts";
import { eventsOfLook } from "#lib/domain/observe.ts";
import { standing } from "#lib/domain/standing.ts";
import { sameThread, type Thread, threadKey } from "#lib/domain/thread.ts";
import type { OpenReading } from "#lib/inbox/reading.ts";
import type { ThreadLog } from "#lib/messages.ts";
import { type OverlayState, rulesOf } from "./state.ts";

/** The open thread as far as it is known: the log, what was judged here since, and what the page shows now. */
export interface Current {
  /** Null while it is not certain which thread is open. */
  thread: Thread | null;
  log: ThreadLog | null;
  /** Everything that is known of the thread, and what was judged here just now. */
  known: readonly StoredEvent[];
  /** What was judged of the thread and stands, in the order of judgement; what was judged here just now too. */
  judged: readonly StoredEvent[];
  /** All of the thread, oldest first; the last is in progress. */
  conversations: readonly Conversation[];
  conversation: Conversation | null;
}

/** Messages of a thread without a certain name are folded under this one, and stored nowhere. */
const NOWHERE: Thread = { channel: "FB_MESSAGE", asset: "-", id: "-" };

/** Later than every stamp of the log: what was judged here last is last until the background gives its stamp. */
const stampOf = (index: number) => `ffffffffffff${index.toString(16).padStart(4, "0")}`;

const asEvents = (drafts: readonly Draft[]): StoredEvent[] =>
  drafts.map((draft, index) => ({ ...draft, device: "", hlc: stampOf(index) }));

function currentOf(state: OverlayState, open: OpenReading): Current {
  const thread = open.identity.certain ? open.identity.thread : null;
  const log = thread ? (state.logs[threadKey(thread)] ?? null) : null;
  const mine = state.drafts.filter((draft) => sameThread(draft.thread, thread));
  const known = [...(log?.events ?? []), ...asEvents(mine)];
  const rules = rulesOf(state);
  const look = { thread: thread ?? NOWHERE, messages: open.messages, beginning: open.beginning };
  let next = 0;
  const seen = eventsOfLook(look, known, rules, () => `seen-${next++}`);
  const conversations = fold([...known, ...asEvents(seen)], rules);
  const conversation = conversations.at(-1) ?? null;
  return { thread, log, known, judged: standing(known), conversations, conversation };
}

const NOTHING: Current = {
  thread: null,
  log: null,
  known: [],
  judged: [],
  conversations: [],
  conversation: null,
};

/** Folds again only when the log, the drafts, the rules or what the page shows has changed. */
export function createCurrent(): (state: OverlayState) => Current {
  let last: { inputs: readonly unknown[]; current: Current } | null = null;
  return (state) => {
    const open = state.reading?.open ?? null;
    if (!open) return NOTHING;
    const { identity, messages, beginning } = open;
    const log = identity.thread && state.logs[threadKey(identity.thread)];
    const inputs = [
      identity.certain,
      identity.thread,
      messages,
      beginning,
      log,
      state.drafts,
      state.settings,
    ];
    if (last?.inputs.every((input, index) => Object.is(input, inputs[index]))) return last.current;
    last = { inputs, current: currentOf(state, open) };
    return last.current;
  };
}
