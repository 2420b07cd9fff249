/** Values of `thread_type` (facts, section 1). */
export type Channel = "FB_MESSAGE" | "IG_MESSAGE" | "WEC_MESSAGE";

/** The routes under `/latest/inbox` (facts, section 1); the last three hold no conversations here. */
export const SECTIONS = [
  "all",
  "messenger",
  "instagram_direct",
  "wec",
  "facebook",
  "instagram",
  "lead_forms",
] as const;
export type Section = (typeof SECTIONS)[number];

export type Bubble = { text: string } | { sticker: string };

/** A message of a conversation; `automatic` and `bot` say what wrote it in the Page's name. */
export interface MessageEntry {
  kind: "message";
  id: string;
  /** Epoch ms. */
  at: number;
  from: "customer" | "business";
  /** More than one: grouped bubbles under one id. */
  bubbles: Bubble[];
  /** The staff name of the line under the bubble; automatic replies may carry one too. */
  sentBy?: string;
  automatic?: boolean;
  bot?: boolean;
  /** The id of the message that this one answers. */
  quotes?: string;
  /** On its way: shown at once, without an id, and thrown away where the config says so. */
  sending?: boolean;
}

/** The lines that Meta writes into the pane (facts, section 2.4). */
export type LineKind =
  | "ad_reply"
  | "ad_start"
  | "welcome_reply"
  | "lead_stage"
  | "auto_label"
  | "assigned"
  | "assigned_by"
  | "ai_will_respond"
  | "ai_transferred"
  | "ai_taken_over"
  | "resolved"
  | "calls";

export interface LineEntry {
  kind: "line";
  at: number;
  line: LineKind;
  /** Who the line names first: the customer by default, a colleague for an assignment. */
  who?: string;
  /** A lead stage, a label, the colleague assigned to. */
  what?: string;
}

export type Entry = MessageEntry | LineEntry;

/** What a row shows under the name; `own` puts "You: " before it. */
export interface Preview {
  text: string;
  own: boolean;
}

/** A conversation as the page keeps it, entries oldest first. */
export interface SuiteThread {
  channel: Channel;
  id: string;
  /** The Page it belongs to. */
  asset: string;
  name: string;
  entries: Entry[];
  unread: boolean;
  labels: string[];
  leadStage: string | null;
  priority: boolean;
  /** A message request or a closed window: no composer at all. */
  request: boolean;
  done: boolean;
  /** Epoch ms of whatever moved the row last: a message, a system line or a reaction. */
  lastAt: number;
  preview: Preview;
}

/** How a test names a message that is there from the start; times are epoch ms, or minutes before the page's now. */
export interface MessageSeed {
  from: "customer" | "business";
  text?: string;
  texts?: string[];
  sticker?: string;
  at?: number;
  minutesAgo?: number;
  id?: string;
  sentBy?: string;
  automatic?: boolean;
  bot?: boolean;
  quotes?: string;
}

export interface LineSeed {
  line: LineKind;
  at?: number;
  minutesAgo?: number;
  who?: string;
  what?: string;
}

/** How a test names a conversation. */
export interface ThreadSeed {
  id: string;
  name: string;
  channel?: Channel;
  asset?: string;
  entries?: (MessageSeed | LineSeed)[];
  unread?: boolean;
  labels?: string[];
  leadStage?: string | null;
  priority?: boolean;
  request?: boolean;
}
