import { WaitChip } from "#components/bar/wait-chip.tsx";
import { useOverlay, useShownNow } from "#lib/overlay/context.ts";
import type { Overlay } from "#lib/overlay/overlay.ts";
import { offeredIn, runningIn } from "#lib/overlay/running.ts";
import { groundOf, type WaitShown, waitShown } from "#lib/overlay/wait-shown.ts";
import { weekTime } from "#lib/overlay/words.ts";
import { features } from "./registry.ts";

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
    const hasReason = running !== null || offeredIn(state, current) !== null;
    return { timer, title: titleOf(running), isWhyOpen, hasReason };
  });
  if (!shown) return null;
  const { timer, title, isWhyOpen, hasReason } = shown;
  const toggle = () => (isWhyOpen ? overlay.close() : overlay.open("why", false));
  return <WaitChip timer={timer} title={title} isOpen={isWhyOpen} onWhy={hasReason ? toggle : null} />;
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
  start,
});
