import type { Settings } from "#lib/domain/settings.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import type { Change } from "./change.ts";
import { draftOf, GOAL_NAMES, GOALS, readDraft } from "./goals-draft.ts";
import styles from "./goals.module.css";
import { Overtaken } from "./overtaken.tsx";
import { Section } from "./section.tsx";
import { useDraft } from "./use-draft.ts";

export interface GoalsProps {
  settings: Settings;
  /** What the cost per message is in: the report's currency, or the spend's. */
  currency: string;
  onChange: Change;
}

/** What each rung should reach: the weakest is measured by it. */
export function Goals({ settings, currency, onChange }: GoalsProps) {
  return (
    <Section
      id="goals"
      title="Goals"
      about="What each rung should reach. The weakest rung is the one that falls short of its goal by most; a rung without one is measured by the window before."
    >
      <GoalsForm
        key={currency}
        goals={settings.goals}
        currency={currency}
        onSave={(goals) => onChange("Saved the goals.", (latest) => ({ ...latest, goals }))}
      />
    </Section>
  );
}

interface GoalsFormProps {
  goals: Settings["goals"];
  currency: string;
  onSave: (goals: Settings["goals"]) => void;
}

function GoalsForm({ goals, currency, onSave }: GoalsFormProps) {
  const { draft, setDraft, isChanged, ...overtaken } = useDraft(draftOf(goals, currency), (typed) => {
    const { goals: meant } = readDraft(typed, currency);
    return meant && draftOf(meant, currency);
  });
  const read = readDraft(draft, currency);
  const maySave = read.goals !== null && isChanged && !overtaken.isOvertaken;
  return (
    <form
      className={styles.goals}
      aria-label="Goals"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (read.goals && maySave) onSave(read.goals);
      }}
    >
      <div className={styles.fields}>
        {GOALS.map((goal) => (
          <Field
            key={goal}
            label={goal === "costPerMessageMinor" ? `${GOAL_NAMES[goal]}, ${currency}` : GOAL_NAMES[goal]}
            value={draft[goal]}
            inputMode="decimal"
            placeholder="no goal"
            problem={read.problems[goal]}
            onText={(typed) => setDraft({ ...draft, [goal]: typed })}
          />
        ))}
      </div>
      <Overtaken {...overtaken} />
      <div>
        <Button look={maySave ? "main" : "plain"} disabled={!maySave}>
          Save the goals
        </Button>
      </div>
    </form>
  );
}
