import { HandoffForm } from "#components/bar/handoff-form.tsx";
import { SignButton } from "#components/bar/sign-button.tsx";
import { type Handoff, RETURN_REASONS } from "#lib/domain/handoff.ts";
import { HANDOFF_NAMES } from "#lib/domain/outcome.ts";
import { useHeldCurrent, useNow, useOverlay, useOverlayState, useShownNow } from "#lib/overlay/context.ts";
import { dueKey } from "#lib/overlay/dues.ts";
import { contextOf, handoffNow, memberName, NOBODY } from "#lib/overlay/handoffs.ts";
import { useKeys } from "#lib/overlay/keys-shown.ts";
import type { Judgement, Overlay } from "#lib/overlay/overlay.ts";
import { runningIn } from "#lib/overlay/running.ts";
import { standingOf } from "#lib/overlay/standing.ts";
import type { OverlayState } from "#lib/overlay/state.ts";
import { timerOf } from "#lib/overlay/timer.ts";
import { ago } from "#lib/overlay/words.ts";
import { features } from "./registry.ts";

const TICK_MS = 1_000;
const ACCEPT = "accept";
const WHY = "why";

const peopleOf = ({ settings }: OverlayState) => settings ?? NOBODY;

/** Answers a handoff of the open conversation; says so and closes what is open. */
function answer(overlay: Overlay, judgement: Judgement, said: string): void {
  const { thread } = overlay.current();
  if (!thread || !overlay.judge(thread, [judgement])) return;
  overlay.say(said);
  overlay.close();
}
const accept = (overlay: Overlay, { event }: Handoff) =>
  answer(overlay, { kind: "handoff_accepted", data: { target: event } }, "Handoff accepted: it is yours now");
const giveBack = (overlay: Overlay, { event }: Handoff, reason: string) =>
  answer(
    overlay,
    { kind: "handoff_returned", data: { target: event, reason } },
    `Handoff returned: ${reason}`,
  );

/** A handoff that waits for this person, and its clock. */
function waitingOf(overlay: Overlay, state: OverlayState, now: number) {
  const { thread, conversation } = overlay.current();
  const people = peopleOf(state);
  const stands = handoffNow(conversation, people.team);
  if (!thread || stands.state !== "to_me" || standingOf(state).state !== "ready") return null;
  const { handoff: running } = runningIn(conversation, thread.channel);
  if (!running) return null;
  const { handoff } = stands;
  const timer = timerOf({ ...running, due: state.dues[dueKey(thread.asset, running.asked)] ?? null }, now);
  const to = handoff.whom === null ? "anybody" : "you";
  return {
    handoff,
    timer,
    title: `${memberName(handoff.by, people)} hands it to ${to} for ${HANDOFF_NAMES[handoff.to].toLowerCase()}`,
    isOpen: state.panel?.id === "handoff_answer",
  };
}

/** A handoff that waits for this person: the time left, one button that accepts and one that returns. */
function AcceptOrReturn() {
  const overlay = useOverlay();
  const keys = useKeys("handoff");
  const shown = useShownNow((state, now) => waitingOf(overlay, state, now));
  if (!shown) return null;
  const { handoff, timer, title, isOpen } = shown;
  return (
    <>
      <SignButton
        sign="back"
        name="Return the handoff"
        keys={keys}
        isPressed={false}
        isOpen={isOpen}
        onPress={() => (isOpen ? overlay.close() : overlay.open("handoff_answer", true))}
      />
      <button
        type="button"
        className={`button accept ${timer.tone}`}
        aria-label={`Accept the handoff: ${[timer.before, timer.time, timer.after].filter(Boolean).join(" ")}`}
        title={title}
        onClick={() => accept(overlay, handoff)}
      >
        Accept <span className="number">{timer.tone === "over" ? "late" : timer.time}</span>
      </button>
    </>
  );
}

function Answer() {
  const overlay = useOverlay();
  const now = useNow(TICK_MS);
  const settings = useOverlayState((state) => state.settings);
  const people = settings ?? NOBODY;
  const { thread, conversation } = useHeldCurrent();
  const stands = handoffNow(conversation, people.team);
  const isAnswerable = stands.state === "to_me" || stands.state === "mine";
  if (!thread || !conversation || !isAnswerable) return null;
  const { state, handoff } = stands;
  const who = memberName(handoff.by, people);
  const lead = `${who[0]?.toUpperCase() ?? ""}${who.slice(1)} handed it to ${handoff.whom === null ? "anybody" : "you"} for ${HANDOFF_NAMES[handoff.to].toLowerCase()}, ${ago(now - handoff.at)}.`;
  const reasons = RETURN_REASONS.map((reason) => ({ id: reason, label: `Return: ${reason.toLowerCase()}` }));
  const toAccept = [{ id: ACCEPT, label: "Accept" }, ...reasons, { id: WHY, label: "Why this time?" }];
  const pick = (id: string) => {
    if (id === WHY) overlay.open("why", true);
    else if (id === ACCEPT) accept(overlay, handoff);
    else giveBack(overlay, handoff, id);
  };
  return (
    <HandoffForm
      lead={lead}
      context={contextOf(conversation, conversation.outcome?.outcome ?? null, settings)}
      items={state === "to_me" ? toAccept : reasons}
      onPick={pick}
      onTyped={(reason) => giveBack(overlay, handoff, reason.replace(/\p{Cc}+/gu, " "))}
    />
  );
}

features.add("handoff-answer", {
  bar: { slot: "actions", View: AcceptOrReturn },
  panel: { id: "handoff_answer", title: "Accept or return", View: Answer },
});
