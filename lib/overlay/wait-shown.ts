import type { Conversation } from "#lib/domain/conversation.ts";
import type { Channel } from "#lib/domain/thread.ts";
import type { Current } from "./current.ts";
import { dueKey } from "./dues.ts";
import { type Running, runningIn } from "./running.ts";
import type { OverlayState } from "./state.ts";
import { type Timer, timerOf, WINDOW_MS, windowTimer } from "./timer.ts";
import { ago } from "./words.ts";

/** What the bar says of a wait, and what it counts, if anything. */
export interface WaitShown {
  timer: Timer;
  running: Running | null;
}

const quiet = (before: string, time = "", after = ""): WaitShown => ({
  timer: { tone: "quiet", before, time, after, share: null, atLeast: false, short: "" },
  running: null,
});
const UNKNOWN = quiet("Wait unknown");

/** Where a time is asked about: the Page, and what of the page's own words is sure. */
export interface WaitGround {
  asset: string | null;
  channel: Channel | null;
  /** The conversation is certain, and its language's own lines are known: else one may have been taken for an answer. */
  isSure: boolean;
}

export function groundOf({ reading }: OverlayState, { thread }: Current): WaitGround {
  return {
    asset: thread?.asset ?? reading?.asset ?? null,
    channel: thread?.channel ?? reading?.channel ?? null,
    isSure: thread !== null && (reading?.language.known ?? false),
  };
}

/**
 * The one chip for a conversation: the earlier of the reply's target and the messaging window; with nobody waiting, the
 * time to the outcome once it is due soon.
 */
export function waitShown(
  conversation: Conversation | null,
  { asset, channel, isSure }: WaitGround,
  dues: OverlayState["dues"],
  now: number,
): WaitShown {
  if (!conversation || conversation.start.by === "unknown")
    return { ...UNKNOWN, timer: { ...UNKNOWN.timer, atLeast: true } };
  const { reply, outcome } = runningIn(conversation, channel);
  const dueFor = ({ asked }: Running) => dues[dueKey(asset, asked)] ?? null;
  if (reply) {
    const running = { ...reply, atLeast: reply.atLeast || !isSure };
    const due = dueFor(running);
    const { lastCustomerAt } = conversation;
    const closing =
      running.atLeast || lastCustomerAt === null ? null : windowTimer(lastCustomerAt + WINDOW_MS, due, now);
    return { timer: closing ?? timerOf({ ...running, due }, now), running };
  }
  const due = outcome && dueFor(outcome);
  if (outcome && due && now >= (due.soonAt ?? Number.POSITIVE_INFINITY))
    return { timer: timerOf({ ...outcome, due }, now), running: outcome };
  if (conversation.waits.at(-1)?.end === "no_answer_needed") return quiet("No answer needed");
  const { lastBusinessAt } = conversation;
  return lastBusinessAt === null ? quiet("Nobody waits") : quiet("Answered", ago(now - lastBusinessAt));
}
