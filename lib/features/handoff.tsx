import { HANDOFF_NAMES } from "#lib/domain/outcome.ts";
import { keysOf } from "#lib/overlay/keys-shown.ts";
import { useOverlay, useShownNow } from "#lib/overlay/context.ts";
import type { Current } from "#lib/overlay/current.ts";
import { dueKey } from "#lib/overlay/dues.ts";
import { type HandoffNow, handoffNow, memberName, NOBODY, type People } from "#lib/overlay/handoffs.ts";
import type { Overlay } from "#lib/overlay/overlay.ts";
import { runningIn } from "#lib/overlay/running.ts";
import { standingOf } from "#lib/overlay/standing.ts";
import { readyThread } from "#lib/overlay/ready.ts";
import type { OverlayState } from "#lib/overlay/state.ts";
import { type Timer, timerOf } from "#lib/overlay/timer.ts";
import { features } from "./registry.ts";

function labelOf(stands: HandoffNow): string {
  if (stands.state === "none") return "Hand off";
  if (stands.state === "returned") return "Returned";
  return `Handed to ${HANDOFF_NAMES[stands.handoff.to].toLowerCase()}`;
}

/** Who has it, or gave it back and why. */
function titleOf(stands: HandoffNow, people: People): string {
  switch (stands.state) {
    case "returned": {
      const { returned, returnReason } = stands.handoff;
      return `Returned by ${memberName(returned?.by, people)}: ${returnReason ?? ""}`;
    }
    case "mine":
    case "held":
      return `Accepted by ${memberName(stands.handoff.held?.by, people)}`;
    case "waiting": {
      const { whom } = stands.handoff;
      return whom === null
        ? "Nobody has accepted it yet"
        : `${memberName(whom, people)} has not accepted it yet`;
    }
    default:
      return labelOf(stands);
  }
}

/** What is left until a colleague is to have accepted it. */
function leftOf(state: OverlayState, { thread, conversation }: Current, now: number): Timer | null {
  const { handoff: running } = runningIn(conversation, thread?.channel ?? null);
  if (!thread || !running) return null;
  return timerOf({ ...running, due: state.dues[dueKey(thread.asset, running.asked)] ?? null }, now);
}

/** All that the button says; null where there is nothing to hand over, or it waits for this person. */
function shownOf(state: OverlayState, current: Current, now: number) {
  const people = state.settings ?? NOBODY;
  const stands = handoffNow(current.conversation, people.team);
  if (standingOf(state).state !== "ready" || stands.state === "to_me") return null;
  const left = stands.state === "waiting" ? leftOf(state, current, now) : null;
  const isLate = left?.tone === "over";
  return {
    label: labelOf(stands),
    title: `${titleOf(stands, people)} (${keysOf("handoff", state)})`,
    time: left && (isLate ? "late" : left.time),
    isSoon: stands.state === "returned" || isLate,
    isPressed: stands.state !== "none" && stands.state !== "returned",
    isOpen: state.panel?.id === "handoff",
  };
}

/** Opens what can be done about the handoff: accept or return it where it waits for this person, else offer it. */
function open(overlay: Overlay): void {
  const thread = readyThread(overlay);
  if (!thread) return;
  const { state } = handoffNow(overlay.current().conversation, overlay.store.get().settings?.team);
  overlay.open(state === "to_me" ? "handoff_answer" : "handoff", true);
}

function HandoffButton() {
  const overlay = useOverlay();
  const shown = useShownNow((state, now) => shownOf(state, overlay.current(), now));
  if (!shown) return null;
  const { label, title, time, isSoon, isPressed, isOpen } = shown;
  return (
    <button
      type="button"
      className={`button handoff ${isSoon ? "soon" : ""}`}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      aria-pressed={isPressed}
      title={title}
      onClick={() => (isOpen ? overlay.close() : open(overlay))}
    >
      <span className="cut">{label}</span>
      {time !== null && <span className="number">{time}</span>}
    </button>
  );
}

/** Asks when somebody is to have accepted the open conversation's handoff; alone nobody can. */
function start(overlay: Overlay, signal: AbortSignal): void {
  const { store, current, wantDues, keys } = overlay;
  const follow = () => {
    const { thread, conversation } = current();
    const { handoff } = runningIn(conversation, thread?.channel ?? null);
    if (thread && handoff && store.get().settings?.team) wantDues(thread.asset, [handoff.asked], true);
  };
  signal.addEventListener("abort", store.subscribe(follow), { once: true });
  keys.on("handoff", () => open(overlay), signal);
  follow();
}

features.add("handoff", { bar: { slot: "actions", View: HandoffButton }, start });
