import { Menu, type MenuItem } from "#components/bar/menu.tsx";
import { pointName, toggled } from "#lib/domain/checklist.ts";
import { HANDOFF_NAMES, OUTCOME_NAMES } from "#lib/domain/outcome.ts";
import type { OverlaySettings } from "#lib/messages.ts";
import { useOverlayState } from "./context.ts";
import { ENOUGH, type Offering, questionOf, type Said, unknownIn } from "./hand-off.ts";
import { contextOf } from "./handoffs.ts";
import { usePanelTitle } from "./panel-title.ts";

const ANYBODY = "anybody";

interface HandoffQuestionsProps extends Offering {
  said: Said;
  onSaid: (said: Said) => void;
}

/** What a colleague must know and is not said yet, then to whom: one digit each. Nothing where all is said. */
export function HandoffQuestions({ said, onSaid, ...offering }: HandoffQuestionsProps) {
  const settings = useOverlayState((state) => state.settings);
  const asked = questionOf(offering, settings, said);
  usePanelTitle(asked && `To ${HANDOFF_NAMES[offering.to].toLowerCase()}: ${TITLES[asked]}`);
  if (asked === null) return null;
  const { note, items, pick } = QUESTIONS[asked](offering, settings, said);
  return (
    <>
      <p className="note">{note}</p>
      <Menu
        key={asked}
        label={HANDOFF_NAMES[offering.to]}
        items={items}
        digits
        focused
        onPick={(id) => onSaid({ ...said, ...pick(id) })}
      />
    </>
  );
}

interface Question {
  note: string;
  items: MenuItem[];
  /** What picking one of the items says. */
  pick: (id: string) => Said;
}

type Asked = NonNullable<ReturnType<typeof questionOf>>;

const TITLES: Record<Asked, string> = {
  outcome: "what did it become?",
  points: "what is known?",
  whom: "who takes over?",
};

type Ask = (offering: Offering, settings: OverlaySettings | null, said: Said) => Question;

const QUESTIONS: Record<Asked, Ask> = {
  outcome: () => ({
    note: "A colleague must know before taking over.",
    items: ENOUGH.map((one) => ({ id: one, label: OUTCOME_NAMES[one] })),
    pick: (id) => ({ as: ENOUGH.find((one) => one === id) }),
  }),
  points: (offering, settings, { points = [] }) => {
    const unknown = unknownIn(offering, settings);
    return {
      note: "A colleague must know all of this before taking over. Tick what is known.",
      items: unknown.map((point) => ({
        id: point,
        label: pointName(point, settings?.checklist ?? {}),
        ticked: points.includes(point),
      })),
      pick: (id) => ({ points: toggled(unknown, points, id) }),
    };
  },
  whom: ({ conversation, outcome }, settings, { as, points }) => ({
    note: `Goes along: ${contextOf(conversation, as ?? outcome, settings, points).join(", ")}`,
    items: [
      { id: ANYBODY, label: "Anybody" },
      ...(settings?.team?.colleagues ?? []).map(({ id, name }) => ({ id, label: name })),
    ],
    pick: (id) => ({ whom: id === ANYBODY ? null : id }),
  }),
};
