import type { Conversation } from "./conversation.ts";
import type { Day } from "./day.ts";
import type { Channel, Thread } from "./thread.ts";

/** A thread as a file names it: its id alone, or with the channel and the Page that it is of. */
export interface ThreadNamed {
  id: string;
  channel: Channel | null;
  asset: string | null;
}

/** One line of a sales file: what was bought outside, by whom as far as the file says. `row` is the spreadsheet's. */
export interface SaleRow {
  row: number;
  ref: string | null;
  thread: ThreadNamed | null;
  day: Day;
  /** Minor units of the currency. */
  amountMinor: number;
  currency: string;
}

export interface KnownThread {
  thread: Thread;
  conversations: readonly Conversation[];
}

/** A row that is not recorded, and why in a sentence. */
export interface UnmatchedSale {
  row: SaleRow;
  reason: string;
}
