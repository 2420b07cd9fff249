import { DEFAULT_RULES } from "#lib/domain/conversation.ts";
import type { Draft } from "#lib/domain/event.ts";
import type { Mark } from "#lib/domain/mark.ts";
import type { HandoffKind } from "#lib/domain/outcome.ts";
import type { Due } from "#lib/domain/response-due.ts";
import type { Thread } from "#lib/domain/thread.ts";
import type { InboxReading } from "#lib/inbox/reading.ts";
import type { Colleague, OverlaySettings, ThreadLog } from "#lib/messages.ts";

/** What stands open above the bar; one at a time. */
export type PanelId =
  | "checklist"
  | "reason"
  | "story"
  | "sale"
  | "handoff"
  | "handoff_answer"
  | "source"
  | "macros"
  | "settle"
  | "health"
  | "why"
  | "follow_up"
  | "send"
  | "help";

/** One sentence about what was just done or refused; said aloud too. */
export interface Notice {
  text: string;
  tone: "plain" | "warn" | "bad";
  /** Epoch ms; a notice goes after a while, unless it stays. */
  at: number;
  stays: boolean;
}

/** Everything that the overlay shows. Replaced, never changed. */
export interface OverlayState {
  reading: InboxReading | null;
  /** Null until the background has answered. */
  settings: OverlaySettings | null;
  /** By thread key: what is known of the threads opened here. */
  logs: Readonly<Record<string, ThreadLog>>;
  /** Judgements made here that no log holds yet: shown from the first frame. */
  drafts: readonly Draft[];
  /** How often the background has said that something changed. */
  changes: number;
  /** By thread key. */
  marks: Readonly<Record<string, Mark>>;
  /** When what is timed is due, by `dueKey`; what is not there yet was asked for. */
  dues: Readonly<Record<string, Due>>;
  /** Whose it is, whether it took the focus from the page when it opened, and what was asked to be handed off to. */
  panel: { id: PanelId; focused: boolean; thread: Thread | null; to?: HandoffKind | undefined } | null;
  notice: Notice | null;
  /** Who else has a conversation open, as last heard. */
  others: { thread: Thread; people: readonly Colleague[] } | null;
  /** Somebody types into the page's composer. */
  isTyping: boolean;
  /** Off where the page uses the same digits as access keys. */
  chords: "on" | "off";
  /** What the person said of the bar; null leaves it to the room that there is. */
  isFolded: boolean | null;
  /** The conversation has no room for the whole bar. */
  isLow: boolean;
  /** The extension was updated or removed under this page. */
  isOrphan: boolean;
  /** Features that stopped after an error, by id, with its sentence. */
  faults: Readonly<Record<string, string>>;
}

export const INITIAL_STATE: OverlayState = {
  reading: null,
  settings: null,
  logs: {},
  drafts: [],
  changes: 0,
  marks: {},
  dues: {},
  panel: null,
  notice: null,
  others: null,
  isTyping: false,
  chords: "on",
  isFolded: null,
  isLow: false,
  isOrphan: false,
  faults: {},
};

/** How conversations are cut until the settings have come. */
export const rulesOf = ({ settings }: OverlayState) => settings?.rules ?? DEFAULT_RULES;

/** Whether the bar is one line. */
export const isOneLine = ({ isFolded, isLow }: Pick<OverlayState, "isFolded" | "isLow">): boolean =>
  isFolded ?? isLow;
