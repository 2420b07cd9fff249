import { isExactToMinute, type Precision } from "./precision.ts";
import type { Sender } from "./sender.ts";

/** What bears on whether somebody waits, in order of time. */
export interface Moment {
  at: number;
  precision: Precision;
  what: Sender | "bot_handed_over" | "no_answer_needed" | "closed";
}

/** How a wait ended; null while it runs. `unknown` is an outgoing message of an unknown author: estimated. */
export type WaitEnd = "person" | "bot" | "unknown" | "no_answer_needed" | "closed";

/** One wait of a customer (definitions, Response times). Times are epoch ms. */
export interface Wait {
  startedAt: number;
  /** Where the first-reply clock runs from: the start, or the last time a bot passed the customer on. */
  clockFrom: number;
  endedAt: number | null;
  end: WaitEnd | null;
  /** The reply this wait asks for: the conversation's first, or a later one. */
  asks: "first_reply" | "next_reply";
  /** Milliseconds to a person's reply; null while it runs and for every other end. */
  replyMs: number | null;
  /** Start or end is known worse than to the minute: left out of statistics, counted in coverage. */
  inexact: boolean;
  /** Inexact, or ended by a message of an unknown author: shown as such. */
  estimated: boolean;
}

export interface Waits {
  waits: Wait[];
  /** When a person first answered after a customer message; null if nobody has. */
  firstReplyAt: number | null;
}

export interface WaitRules {
  /** The workspace has said that nothing answers automatically on this Page. */
  unknownIsPerson: boolean;
}

/**
 * The waits of one conversation. A wait starts at the oldest unanswered customer message; a person's reply ends it,
 * so does a bot's answer (no reply time), *no answer needed* and *closed* (unanswered). Templates, greetings, notes
 * and system lines do nothing.
 */
export function waitsOf(moments: readonly Moment[], { unknownIsPerson }: WaitRules): Waits {
  const waits: Wait[] = [];
  let open: Wait | null = null;
  let hasCustomerWritten = false;
  let firstReplyAt: number | null = null;

  /** A person's reply is one only after the customer wrote: before, a bot passed on somebody who had said nothing. */
  const isReply = (what: Moment["what"]) =>
    hasCustomerWritten && (what === "person" || (what === "unknown" && unknownIsPerson));
  const start = ({ at, precision }: Moment) => {
    const asks = firstReplyAt === null ? "first_reply" : "next_reply";
    const inexact = !isExactToMinute(precision);
    const estimated = inexact;
    open = {
      startedAt: at,
      clockFrom: at,
      endedAt: null,
      end: null,
      asks,
      replyMs: null,
      inexact,
      estimated,
    };
    waits.push(open);
  };
  const stop = (wait: Wait, { at, precision }: Moment, end: WaitEnd) => {
    wait.endedAt = at;
    wait.end = end;
    wait.inexact ||= !isExactToMinute(precision);
    wait.estimated = wait.inexact || end === "unknown";
    if (isReply(end)) wait.replyMs = at - (wait.asks === "first_reply" ? wait.clockFrom : wait.startedAt);
    open = null;
  };

  for (const moment of moments) {
    const { what, at } = moment;
    const running = open as Wait | null;
    if (what === "automatic") continue;
    if (what === "customer") {
      hasCustomerWritten = true;
      if (!running) start(moment);
    } else if (what === "bot_handed_over") {
      if (running) running.clockFrom = at;
      else start(moment);
    } else {
      if (running) stop(running, moment, what);
      if (isReply(what)) firstReplyAt ??= at;
    }
  }
  return { waits, firstReplyAt };
}
