import { useEffect, useState } from "react";
import { WaitChip } from "#components/bar/wait-chip.tsx";
import { WhyList } from "#components/bar/why-list.tsx";
import { sentenceOf } from "#lib/errors.ts";
import type { WhyDue } from "#lib/messages.ts";
import { useHeldCurrent, useOverlay, useOverlayState, useShownNow } from "#lib/overlay/context.ts";
import type { Current } from "#lib/overlay/current.ts";
import type { Overlay } from "#lib/overlay/overlay.ts";
import { runningIn } from "#lib/overlay/running.ts";
import type { OverlayState } from "#lib/overlay/state.ts";
import { WINDOW_MS } from "#lib/overlay/timer.ts";
import { type WaitGround, type WaitShown, waitShown } from "#lib/overlay/wait-shown.ts";
import { targetWords, whyLines } from "#lib/overlay/why-words.ts";
import { weekTime } from "#lib/overlay/words.ts";
import { features } from "./registry.ts";

function groundOf({ reading }: OverlayState, { thread }: Current): WaitGround {
  return {
    asset: thread?.asset ?? reading?.asset ?? null,
    channel: thread?.channel ?? reading?.channel ?? null,
    isSure: thread !== null && (reading?.language.known ?? false),
  };
}

function useWait(current: Current): WaitShown {
  return useShownNow((state, now) =>
    waitShown(current.conversation, groundOf(state, current), state.dues, now),
  );
}

const WHAT = {
  reply: "An answer",
  first_reply: "The first answer",
  next_reply: "The next answer",
  outcome: "An outcome",
  handoff: "Taking the handoff",
} as const;

const titleOf = (running: WaitShown["running"]): string =>
  running
    ? `${running.asked.metric === "outcome" ? "Started" : "The oldest message without an answer came"} ${weekTime(running.asked.startedAt)}. Why this time?`
    : "No message of the customer waits for an answer, as far as this page shows.";

function Waiting() {
  const overlay = useOverlay();
  const shown = useShownNow((state, now) => {
    if (state.reading?.open === null) return null;
    const current = overlay.current();
    const { timer, running } = waitShown(current.conversation, groundOf(state, current), state.dues, now);
    const isWhyOpen = state.panel?.id === "why";
    return { timer, title: titleOf(running), isWhyOpen, isRunning: running !== null };
  });
  if (!shown) return null;
  const { timer, title, isWhyOpen, isRunning } = shown;
  const toggle = () => (isWhyOpen ? overlay.close() : overlay.open("why", false));
  return <WaitChip timer={timer} title={title} isOpen={isWhyOpen} onWhy={isRunning ? toggle : null} />;
}

/** Reads the way to a deadline once, for as long as it is asked about. */
function useWhy(running: WaitShown["running"], asset: string | null): WhyDue | string | null {
  const overlay = useOverlay();
  const [answer, setAnswer] = useState<WhyDue | string | null>(null);
  const asked = running && JSON.stringify(running.asked);
  useEffect(() => {
    const stop = new AbortController();
    const keep = (given: WhyDue | string) => stop.signal.aborted || setAnswer(given);
    if (running)
      overlay
        .send("whyDue", { asset, asked: running.asked })
        .then(keep)
        .catch((error: unknown) => keep(`The reason could not be read: ${sentenceOf(error)}`));
    return () => stop.abort();
    // oxlint-disable-next-line react/exhaustive-deps -- `asked` is what `running` asks, as one text
  }, [overlay, asset, asked]);
  return answer;
}

function Why() {
  const current = useHeldCurrent();
  const { running } = useWait(current);
  const asset = useOverlayState((state) => groundOf(state, current).asset);
  const why = useWhy(running, asset);
  if (!running) return <WhyList lead="Nobody waits for an answer." lines={[]} notes={[]} />;
  if (why === null) return null;
  if (typeof why === "string") return <WhyList lead={why} lines={[]} notes={[]} />;
  const { due, explanation, timeZone, isDefault } = why;
  const last = current.conversation?.lastCustomerAt ?? null;
  const notes = [
    ...(running.atLeast ? ["The start is not known exactly: the wait may be longer, never shorter."] : []),
    ...(last === null ? [] : [`Meta's window of 24 hours closes ${weekTime(last + WINDOW_MS)}.`]),
    ...(due.target.clock === "business" ? [`Times are those of ${timeZone}.`] : []),
  ];
  const lead = `${WHAT[running.asked.metric]} within ${targetWords(due.target, isDefault)}.`;
  return <WhyList lead={lead} lines={whyLines(explanation?.steps ?? [], timeZone)} notes={notes} />;
}

/** Asks when the open conversation's clocks are due. */
function start({ store, current, wantDues }: Overlay, signal: AbortSignal): void {
  const follow = () => {
    const open = current();
    const { asset, channel } = groundOf(store.get(), open);
    const { reply, outcome } = runningIn(open.conversation, channel);
    wantDues(
      asset,
      [reply, outcome].flatMap((running) => running?.asked ?? []),
      true,
    );
  };
  signal.addEventListener("abort", store.subscribe(follow), { once: true });
  follow();
}

features.add("waiting", {
  needs: ["messages"],
  bar: { slot: "wait", View: Waiting },
  panel: { id: "why", title: "Why this time?", View: Why },
  start,
});
