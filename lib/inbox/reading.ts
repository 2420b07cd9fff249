import type { SeenMessage } from "#lib/domain/observe.ts";
import type { Precision } from "#lib/domain/precision.ts";
import type { Channel, Thread } from "#lib/domain/thread.ts";

/** Where an id of the open conversation was read. `memory` is a certain (asset, id, name) of an earlier day. */
export type IdentitySource = "address" | "tab" | "probe" | "row" | "memory";

/** Why the open conversation is not certain; the bar says it in words, with what would settle it. */
export type Unsure = "no_id" | "no_name" | "conflict" | "name_changed" | "id_changed" | "one_source";

/** The vote on which conversation is open. Only a certain one may be tagged. */
export interface Identity {
  /** The best candidate; null where no source names one. */
  thread: Thread | null;
  certain: boolean;
  sources: { source: IdentitySource; thread: Thread }[];
  /** The header's name, at most 200 characters. */
  name: string | null;
  unsure: Unsure | null;
  /** Not certain yet, and the page may still be on its way: wait a moment before saying so. */
  settling: boolean;
  /** The name that the candidate was last certain under, where it differs from the header's. */
  otherName: string | null;
}

export interface RowReading {
  /** The row's element: marks are placed by its rectangle, never inside it. */
  element: HTMLElement;
  name: string | null;
  /** Epoch ms of the last message or event that the row shows. */
  lastAt: number | null;
  precision: Precision;
  unread: boolean | null;
  lastSpeaker: "customer" | "business" | null;
  /** The row's thread where it is certain; null otherwise. */
  thread: Thread | null;
  selected: boolean;
}

export type ComposerKind = "lexical" | "textarea" | "none";

/** Whether each part of the page was found; a feature whose parts are missing turns itself off. */
export const PARTS = [
  "surface",
  "list",
  "rows",
  "header",
  "messages",
  "composer",
  "tabs",
  "details",
] as const;
export type Part = (typeof PARTS)[number];
export type Health = Record<Part, "found" | "missing" | "not_expected">;

/** The ad as the pane shows it: its line, and the id where a label names it (`ad_id.<digits>`). */
export interface AdReading {
  line: boolean;
  id: string | null;
  at: number | null;
  /** The details that name the ad show the open conversation's customer, too: nobody else's label is left there. */
  isOwn: boolean;
}

/** A word that the team listens for, and when the customer wrote it last (epoch ms); the message itself stays unread. */
export interface HeardWord {
  word: string;
  at: number | null;
}

export interface OpenReading {
  identity: Identity;
  /**
   * Oldest first. A message whose side could not be told is in its place as an undated "unknown": it claims nothing,
   * and keeps a look from claiming that it saw everything.
   */
  messages: SeenMessage[];
  /** How many messages could not be given a side. */
  undirected: number;
  /** When a bot passed the customer to people, as far as the pane says. */
  handovers: { at: number; precision: Precision }[];
  /** Nothing came before the oldest message: the pane does not scroll, or stands at its top with nothing to load. */
  beginning: boolean;
  ad: AdReading;
  /** Of the team's words those that the customer's messages hold, the latest first. */
  heard: HeardWord[];
  composer: ComposerKind;
}

/** Everything the page says at one moment. `surface` is false on pages that are no inbox: Rung stays silent there. */
export interface InboxReading {
  surface: boolean;
  channel: Channel | null;
  asset: string | null;
  open: OpenReading | null;
  rows: RowReading[];
  health: Health;
  /** Light or dark, as the page's own background says. */
  theme: "light" | "dark";
  dir: "ltr" | "rtl";
  /** The page's language, and whether its own lines are known in it; where they are not, clocks are estimates. */
  language: { tag: string; known: boolean };
  /** Rectangles to stand beside: recomputed when the page moves. */
  place: { composer: HTMLElement | null; list: HTMLElement | null; pane: HTMLElement | null };
}
