import type { Place } from "./attribution.ts";
import type { Conversation } from "./conversation.ts";
import type { CostLine } from "./cost-line.ts";
import type { Day } from "./day.ts";
import { MINIMUM_VOLUME } from "./figure.ts";
import type { Part } from "./scorecard-part.ts";
import type { SpendRow } from "./spend.ts";
import type { ConversionWindow } from "./stage.ts";
import type { Thread } from "./thread.ts";
import type { TouchRule } from "./touch.ts";

export const GROUPINGS = ["none", "campaign", "ad", "creator", "channel", "member", "macro", "day"] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What a report asks for; every answer prints it. Days are the workspace's, both ends counted. */
export interface ScorecardQuery {
  from: Day;
  to: Day;
  timeZone: string;
  by: Grouping;
  window: ConversionWindow;
  rule: TouchRule;
  minimum: number;
}

export const DEFAULT_QUERY = { by: "none", window: 30, rule: "first", minimum: MINIMUM_VOLUME } as const;

/** A conversation that began in the window (or, not seen to begin, is first known in it), and its thread. */
export interface Counted {
  thread: Thread;
  conversation: Conversation;
}

/** Conversations of a report with where they are counted. */
export interface Placed extends Part {
  place: Place;
}

/** What was paid, of the days and the rows of one slice. */
export interface Paid {
  rows: readonly SpendRow[];
  lines: readonly CostLine[];
}
