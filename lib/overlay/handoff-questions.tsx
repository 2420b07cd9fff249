import { Menu } from "#components/bar/menu.tsx";
import type { Conversation } from "#lib/domain/conversation.ts";
import { HANDOFF_NAMES, type HandoffKind, type Outcome, OUTCOME_NAMES } from "#lib/domain/outcome.ts";
import { useOverlayState } from "./context.ts";
import { ENOUGH, questionOf, type Said } from "./hand-off.ts";
import { contextOf, NOBODY } from "./handoffs.ts";

const ANYBODY = "anybody";

interface HandoffQuestionsProps {
  to: HandoffKind;
  conversation: Conversation | null;
  /** What it is tagged, or will be by what hands it off. */
  outcome: Outcome | null;
  said: Said;
  onSaid: (said: Said) => void;
}

/** What a colleague must know and is not said yet, then to whom: one digit each. Nothing where all is said. */
export function HandoffQuestions({ to, conversation, outcome, said, onSaid }: HandoffQuestionsProps) {
  const settings = useOverlayState((state) => state.settings);
  const { team } = settings ?? NOBODY;
  const question = questionOf(outcome, team, said);
  if (question === null) return null;
  const isWhom = question === "whom";
  const note = isWhom
    ? `Goes along: ${contextOf(conversation, said.as ?? outcome, settings).join(", ")}`
    : "What did it become? A colleague must know before taking over.";
  const people = (team?.colleagues ?? []).map(({ id, name }) => ({ id, label: name }));
  const items = isWhom
    ? [{ id: ANYBODY, label: "Anybody" }, ...people]
    : ENOUGH.map((one) => ({ id: one, label: OUTCOME_NAMES[one] }));
  const pick = (id: string) => {
    const as = ENOUGH.find((one) => one === id);
    if (isWhom) onSaid({ ...said, whom: id === ANYBODY ? null : id });
    else if (as) onSaid({ ...said, as });
  };
  return (
    <>
      <p className="note">{note}</p>
      <Menu key={question} label={HANDOFF_NAMES[to]} items={items} digits focused onPick={pick} />
    </>
  );
}
