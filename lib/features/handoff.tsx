import { HANDOFF_NAMES } from "#lib/domain/outcome.ts";
import { useKeys } from "#lib/overlay/keys-shown.ts";
import { useCurrent, useNow, useOverlay, useOverlayState } from "#lib/overlay/context.ts";
import { dueKey } from "#lib/overlay/dues.ts";
import { type HandoffNow, handoffNow, memberName, NOBODY, type People } from "#lib/overlay/handoffs.ts";
import type { Overlay } from "#lib/overlay/overlay.ts";
import { runningIn } from "#lib/overlay/running.ts";
import { refusalOf, standingOf } from "#lib/overlay/standing.ts";
import { type Timer, timerOf } from "#lib/overlay/timer.ts";
import { features } from "./registry.ts";

const TICK_MS = 1_000;

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
function useLeft(stands: HandoffNow): Timer | null {
  const now = useNow(TICK_MS);
  const { thread, conversation } = useCurrent();
  const dues = useOverlayState(({ dues }) => dues);
  const { handoff: running } = runningIn(conversation, thread?.channel ?? null);
  if (stands.state !== "waiting" || !thread || !running) return null;
  return timerOf({ ...running, due: dues[dueKey(thread.asset, running.asked)] ?? null }, now);
}

/** Opens what can be done about the handoff: accept or return it where it waits for this person, else offer it. */
function open(overlay: Overlay): void {
  const standing = overlay.standing();
  if (standing.state !== "ready") return overlay.say(refusalOf(standing), "warn");
  const { state } = handoffNow(overlay.current().conversation, overlay.store.get().settings?.team);
  overlay.open(state === "to_me" ? "handoff_answer" : "handoff", true);
}

function HandoffButton() {
  const overlay = useOverlay();
  const { conversation } = useCurrent();
  const people = useOverlayState(({ settings }) => settings ?? NOBODY);
  const keys = useKeys("handoff");
  const isReady = useOverlayState((state) => standingOf(state).state === "ready");
  const isOpen = useOverlayState(({ panel }) => panel?.id === "handoff");
  const stands = handoffNow(conversation, people.team);
  const left = useLeft(stands);
  if (!isReady || stands.state === "to_me") return null;
  const isLate = left?.tone === "over";
  return (
    <button
      type="button"
      className={`button handoff ${stands.state === "returned" || isLate ? "soon" : ""}`}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      aria-pressed={stands.state !== "none" && stands.state !== "returned"}
      title={`${titleOf(stands, people)} (${keys})`}
      onClick={() => (isOpen ? overlay.close() : open(overlay))}
    >
      <span className="cut">{labelOf(stands)}</span>
      {left && <span className="number">{isLate ? "late" : left.time}</span>}
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
