import { useState } from "react";
import { Menu } from "#components/bar/menu.tsx";
import { HANDOFF_NAMES, type HandoffKind, HANDOFFS } from "#lib/domain/outcome.ts";
import { useHeldCurrent, useOverlay, useOverlayState } from "#lib/overlay/context.ts";
import { handingOff, questionOf, type Said, takingBack, whomOf } from "#lib/overlay/hand-off.ts";
import { HandoffQuestions } from "#lib/overlay/handoff-questions.tsx";
import { handoffNow, memberName, NOBODY } from "#lib/overlay/handoffs.ts";
import { offeredIn } from "#lib/overlay/running.ts";
import type { Judgement } from "#lib/overlay/overlay.ts";
import { features } from "./registry.ts";

/** To what, unless that is said already, then what is still to be said of it: one digit each, one undo for all. */
function HandoffMenu({ first }: { first: HandoffKind | null }) {
  const overlay = useOverlay();
  const { thread, conversation } = useHeldCurrent();
  const settings = useOverlayState((state) => state.settings);
  const people = settings ?? NOBODY;
  const [to, setTo] = useState(first);
  const [said, setSaid] = useState<Said>({});
  const isTimed = useOverlayState((state) => offeredIn(state, overlay.current()) !== null);
  if (!thread) return null;

  const { team } = people;
  const stands = handoffNow(conversation, team);
  const offer = stands.state === "none" || stands.state === "returned" ? null : stands.handoff;
  const isMine = stands.state === "mine";
  const outcome = conversation?.outcome?.outcome ?? null;

  const judge = (judgements: Judgement[], sentence: string) => {
    if (!overlay.judge(thread, judgements)) return;
    overlay.say(sentence);
    overlay.close();
  };
  /** Goes on to the first question that is still open. */
  const next = (kind: HandoffKind, said: Said) => {
    setTo(kind);
    setSaid(said);
    const offering = { to: kind, conversation, outcome };
    if (questionOf(offering, settings, said)) return;
    const whom = whomOf(team, said);
    const sentence = `Handed to ${HANDOFF_NAMES[kind].toLowerCase()}`;
    judge(
      handingOff(offering, settings, said),
      whom === null ? sentence : `${sentence}: ${memberName(whom, people)}`,
    );
  };

  if (to !== null)
    return (
      <HandoffQuestions
        to={to}
        conversation={conversation}
        outcome={outcome}
        said={said}
        onSaid={(more) => next(to, more)}
      />
    );
  const pick = (id: string) => {
    const kind = HANDOFFS.find((one) => one === id);
    if (id === "why") overlay.open("why", true);
    else if (id === "return") overlay.open("handoff_answer", true);
    else if (!kind) judge(takingBack(conversation), "Handoff withdrawn");
    else if (kind === offer?.to && !team) overlay.close();
    else next(kind, {});
  };
  const items = [
    ...HANDOFFS.map((kind) => ({ id: kind, label: HANDOFF_NAMES[kind], pressed: kind === offer?.to })),
    ...(isMine ? [{ id: "return", label: "Return it…" }] : []),
    ...(offer && !offer.held ? [{ id: "withdraw", label: "Withdraw the handoff" }] : []),
    ...(isTimed ? [{ id: "why", label: "Why this time?" }] : []),
  ];
  return (
    <>
      {stands.state === "returned" && (
        <p className="note">{`Returned: ${stands.handoff.returnReason ?? ""}`}</p>
      )}
      <Menu label="Hand off to" items={items} digits focused onPick={pick} />
    </>
  );
}

function HandoffPanel() {
  const first = useOverlayState(({ panel }) => panel?.to ?? null);
  return <HandoffMenu key={first} first={first} />;
}

features.add("handoff-offer", { panel: { id: "handoff", title: "Hand off to", View: HandoffPanel } });
