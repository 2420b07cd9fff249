import type { Names } from "#lib/domain/named-list.ts";
import { HANDOFF_NAMES, HANDOFFS, OUTCOME_NAMES, OUTCOMES, reasonName } from "#lib/domain/outcome.ts";
import type { SourceChoice } from "#lib/domain/settings.ts";
import { Choice } from "#components/ui/choice.tsx";
import field from "#components/ui/field.module.css";
import { FollowUpFields } from "./follow-up-fields.tsx";
import { handoffFrom, type MacroDraft, outcomeFrom, type ReadMacro } from "./macro-draft.ts";
import styles from "./macros.module.css";
import { SourceField } from "./source-field.tsx";

interface MacroActionsProps {
  draft: MacroDraft;
  problems: ReadMacro["problems"];
  reasons: readonly string[];
  reasonNames: Names;
  sources: readonly SourceChoice[];
  onSet: (part: Partial<MacroDraft>) => void;
}

const SET = "set";
const TAGS = [
  { value: "", name: "No tag" },
  ...OUTCOMES.map((value) => ({ value: value as string, name: OUTCOME_NAMES[value] })),
];
const OFFERS = [
  { value: "", name: "No handoff" },
  ...HANDOFFS.map((value) => ({ value: value as string, name: `To ${HANDOFF_NAMES[value].toLowerCase()}` })),
];
const WAITS = [
  { value: "", name: "Stays as it is" },
  { value: SET, name: "No answer needed" },
];
const SOURCES = [
  { value: "", name: "No source" },
  { value: SET, name: "Set the source" },
];

/** What a macro does besides, once its text stands in the composer: all of it or nothing, with one undo. */
export function MacroActions({ draft, problems, reasons, reasonNames, sources, onSet }: MacroActionsProps) {
  const known = draft.reason === "" || reasons.includes(draft.reason) ? reasons : [...reasons, draft.reason];
  return (
    <fieldset className={styles.actions}>
      <legend>Once it is inserted, all of it or nothing, with one undo</legend>
      <div className={styles.fields}>
        <Choice
          label="Tag the conversation"
          value={draft.outcome}
          options={TAGS}
          onChoose={(value) => onSet({ outcome: outcomeFrom(value) })}
        />
        {draft.outcome === "unqualified" && (
          <Choice
            label="Because"
            value={draft.reason}
            options={[
              { value: "", name: "No reason" },
              ...known.map((value) => ({ value, name: reasonName(value, reasonNames) })),
            ]}
            onChoose={(reason) => onSet({ reason })}
          />
        )}
        <Choice
          label="Hand off"
          value={draft.handoff}
          options={OFFERS}
          onChoose={(value) => onSet({ handoff: handoffFrom(value) })}
        />
        <Choice
          label="The customer's wait"
          value={draft.settles ? SET : ""}
          options={WAITS}
          onChoose={(value) => onSet({ settles: value === SET })}
        />
        <FollowUpFields draft={draft} problem={problems.count} onSet={onSet} />
        <Choice
          label="Where it came from"
          value={draft.hasSource ? SET : ""}
          options={SOURCES}
          onChoose={(value) => onSet({ hasSource: value === SET })}
        />
        {draft.hasSource && (
          <SourceField draft={draft.source} known={sources} onDraft={(source) => onSet({ source })} />
        )}
      </div>
      {problems.source !== undefined && <p className={field.problem}>{problems.source}</p>}
    </fieldset>
  );
}
