import { useState } from "react";
import { Menu, type MenuItem } from "#components/bar/menu.tsx";
import {
  HANDOFF_NAMES,
  type HandoffKind,
  HANDOFFS,
  isQualified,
  OUTCOME_NAMES,
} from "#lib/domain/outcome.ts";
import { useHeldCurrent, useOverlay, useOverlayState } from "#lib/overlay/context.ts";
import { contextOf, handoffNow, memberName, NOBODY } from "#lib/overlay/handoffs.ts";
import type { Judgement } from "#lib/overlay/overlay.ts";
import { features } from "./registry.ts";

const ANYBODY = "anybody";
/** What somebody who takes over must be told: a conversation is handed off as one of these. */
const ENOUGH = ["qualified", "sales_ready"] as const;

type Enough = (typeof ENOUGH)[number];

interface Step {
  note: string;
  items: MenuItem[];
  onPick: (id: string) => void;
}

/** To what, then what a colleague must know and is not said yet, then to whom: one digit each, one undo for all. */
function HandoffMenu() {
  const overlay = useOverlay();
  const { thread, conversation } = useHeldCurrent();
  const people = useOverlayState(({ settings }) => settings ?? NOBODY);
  const ads = useOverlayState(({ settings }) => settings?.ads);
  const [to, setTo] = useState<HandoffKind | null>(null);
  const [tagged, setTagged] = useState<Enough | null>(null);
  if (!thread) return null;

  const { team } = people;
  const stands = handoffNow(conversation, team);
  const offer = stands.state === "none" || stands.state === "returned" ? null : stands.handoff;
  const isMine = stands.state === "mine";
  const outcome = conversation?.outcome?.outcome ?? null;
  const lacksOutcome = team !== null && (outcome === null || !isQualified(outcome));

  const judge = (judgements: Judgement[], said: string) => {
    // An offer that was accepted stays what it was: handing on is a new one.
    const isGone = offer !== null && !offer.held;
    const before: Judgement[] = isGone ? [{ kind: "withdrawn", data: { target: offer.event } }] : [];
    if (!overlay.judge(thread, [...before, ...judgements])) return;
    overlay.say(said);
    overlay.close();
  };
  const handOff = (kind: HandoffKind, as: Enough | null, whom: string | null) =>
    judge(
      [
        ...(as ? [{ kind: "outcome_tagged" as const, data: { outcome: as } }] : []),
        { kind: "handoff_offered", data: { to: kind, ...(whom !== null && { whom }) } },
      ],
      `Handed to ${HANDOFF_NAMES[kind].toLowerCase()}${whom === null ? "" : `: ${memberName(whom, people)}`}`,
    );
  /** Goes on to the first question that is still open. */
  const next = (kind: HandoffKind, as: Enough | null) => {
    setTo(kind);
    setTagged(as);
    if ((!lacksOutcome || as) && (team?.colleagues.length ?? 0) < 2)
      handOff(kind, as, team?.colleagues[0]?.id ?? null);
  };

  const toWhat: Step = {
    note: stands.state === "returned" ? `Returned: ${stands.handoff.returnReason ?? ""}` : "",
    items: [
      ...HANDOFFS.map((kind) => ({
        id: kind,
        label: HANDOFF_NAMES[kind],
        pressed: kind === offer?.to,
      })),
      ...(isMine ? [{ id: "return", label: "Return it…" }] : []),
      ...(offer && !offer.held ? [{ id: "withdraw", label: "Withdraw the handoff" }] : []),
    ],
    onPick(id) {
      const kind = HANDOFFS.find((one) => one === id);
      if (id === "return") overlay.open("handoff_answer", true);
      else if (!kind) judge([], "Handoff withdrawn");
      else if (kind === offer?.to && !team) overlay.close();
      else next(kind, null);
    },
  };
  const asWhat: Step = {
    note: "What did it become? A colleague must know before taking over.",
    items: ENOUGH.map((one) => ({ id: one, label: OUTCOME_NAMES[one] })),
    onPick: (id) => to && next(to, ENOUGH.find((one) => one === id) ?? null),
  };
  const toWhom: Step = {
    note: `Goes along: ${contextOf(conversation, tagged ?? outcome, ads ?? {}).join(", ")}`,
    items: [
      { id: ANYBODY, label: "Anybody" },
      ...(team?.colleagues ?? []).map(({ id, name }) => ({ id, label: name })),
    ],
    onPick: (id) => to && handOff(to, tagged, id === ANYBODY ? null : id),
  };
  const step = to === null ? toWhat : lacksOutcome && tagged === null ? asWhat : toWhom;
  return (
    <>
      {step.note !== "" && <p className="note">{step.note}</p>}
      <Menu
        key={step.items[0]?.id}
        label={to === null ? "Hand off to" : HANDOFF_NAMES[to]}
        items={step.items}
        digits
        focused
        onPick={step.onPick}
      />
    </>
  );
}

features.add("handoff-offer", { panel: { id: "handoff", title: "Hand off to", View: HandoffMenu } });
