import { WaitChip, type WaitShown } from "#components/bar/wait-chip.tsx";
import type { Conversation } from "#lib/domain/conversation.ts";
import { useCurrent, useNow, useOverlayState } from "#lib/overlay/context.ts";
import { ago, span } from "#lib/overlay/words.ts";
import { features } from "./registry.ts";

const TICK_MS = 1_000;
/** The ring is a clock face: full after an hour. */
const RING_MS = 3_600_000;

/**
 * How long the customer waits, from the oldest unanswered message that is known. "At least" where that message's
 * time is not exact, or where only what the page shows now can be counted.
 */
function waitOf(conversation: Conversation | null, isExact: boolean, now: number): WaitShown {
  if (!conversation || conversation.start.by === "unknown") return { state: "unknown" };
  const wait = conversation.waits.at(-1);
  if (wait?.endedAt === null) {
    const waited = now - wait.startedAt;
    return {
      state: "waiting",
      time: span(waited),
      share: waited / RING_MS,
      atLeast: wait.estimated || !isExact,
    };
  }
  const { lastBusinessAt } = conversation;
  return { state: "answered", time: lastBusinessAt === null ? null : ago(now - lastBusinessAt) };
}

const at = (time: number): string =>
  new Date(time).toLocaleString(undefined, { weekday: "short", hour: "2-digit", minute: "2-digit" });

function titleOf(conversation: Conversation | null): string {
  const wait = conversation?.waits.at(-1);
  if (!conversation || !wait) return "No message of the customer is known";
  if (wait.endedAt !== null) return `The last message of the customer was ended at ${at(wait.endedAt)}`;
  return `The oldest message without an answer came ${at(wait.startedAt)}`;
}

function Waiting() {
  const now = useNow(TICK_MS);
  const isOpen = useOverlayState(({ reading }) => reading?.open !== null);
  // In a language whose own lines are not known, one of them may have been taken for an answer.
  const isKnown = useOverlayState(({ reading }) => reading?.language.known ?? false);
  const { thread, conversation } = useCurrent();
  if (!isOpen) return null;
  return (
    <WaitChip wait={waitOf(conversation, thread !== null && isKnown, now)} title={titleOf(conversation)} />
  );
}

features.add("waiting", { needs: ["messages"], bar: { slot: "wait", View: Waiting } });
