import { SignButton } from "#components/bar/sign-button.tsx";
import { useOfCurrent, useOverlay, useOverlayState } from "#lib/overlay/context.ts";
import { useKeys } from "#lib/overlay/keys-shown.ts";
import { settledWithout } from "#lib/overlay/done.ts";
import type { Overlay } from "#lib/overlay/overlay.ts";
import { standingOf } from "#lib/overlay/standing.ts";
import { readyThread } from "#lib/overlay/ready.ts";
import { isWaiting, settledAt } from "#lib/overlay/settling.ts";
import { features } from "./registry.ts";

/** Ends the wait without an answer; a second time takes that back. */
function toggle(overlay: Overlay): void {
  const thread = readyThread(overlay);
  if (!thread) return;
  const current = overlay.current();
  const settled = settledWithout(current);
  if (settled) {
    if (overlay.judge(thread, [{ kind: "withdrawn", data: { target: settled.id } }]))
      overlay.say("An answer is needed after all");
    return;
  }
  if (!isWaiting(current)) return overlay.say("Nobody waits for an answer here.", "warn");
  const at = settledAt(current, overlay.clock.now());
  if (overlay.judge(thread, [{ kind: "no_answer_needed", data: {}, at }])) overlay.say("No answer needed");
}

function NoAnswer() {
  const overlay = useOverlay();
  const keys = useKeys("no_answer");
  const isReady = useOverlayState((state) => standingOf(state).state === "ready");
  const isSettled = useOfCurrent((current) => settledWithout(current) !== null);
  const waits = useOfCurrent(isWaiting);
  if (!isReady || (!isSettled && !waits)) return null;
  return (
    <SignButton
      sign="check"
      name="No answer needed"
      keys={keys}
      isPressed={isSettled}
      onPress={() => toggle(overlay)}
    />
  );
}

features.add("no-answer", {
  needs: ["messages"],
  bar: { slot: "actions", View: NoAnswer },
  start: (overlay, signal) => overlay.keys.on("no_answer", () => toggle(overlay), signal),
});
