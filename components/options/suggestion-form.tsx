import { useState } from "react";
import type { KeywordRule } from "#lib/domain/keyword.ts";
import type { SourceChoice } from "#lib/domain/settings.ts";
import { Button } from "#components/ui/button.tsx";
import { Choice } from "#components/ui/choice.tsx";
import { Field } from "#components/ui/field.tsx";
import styles from "./cost-form.module.css";
import { SourceField } from "./source-field.tsx";
import { EMPTY_SUGGESTION, readSuggestion, SOURCE, SUGGESTABLE } from "./suggestion-draft.ts";

interface SuggestionFormProps {
  known: readonly KeywordRule[];
  sources: readonly SourceChoice[];
  onAdd: (rules: readonly KeywordRule[]) => void;
}

/** One more word, or several that suggest the same. */
export function SuggestionForm({ known, sources, onAdd }: SuggestionFormProps) {
  const [draft, setDraft] = useState(EMPTY_SUGGESTION);
  const { rules, problem } = readSuggestion(draft, known);
  return (
    <form
      className={styles.cost}
      aria-label="New words"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!rules) return;
        onAdd(rules);
        setDraft({ ...draft, words: "" });
      }}
    >
      <div className={styles.fields}>
        <Field
          label="Words to listen for"
          value={draft.words}
          hint="Several with commas. Case and accents make no difference."
          problem={problem}
          onText={(words) => setDraft({ ...draft, words })}
        />
        <Choice
          label="Suggest"
          value={draft.what}
          options={SUGGESTABLE}
          onChoose={(what) => setDraft({ ...draft, what })}
        />
        {draft.what === SOURCE && (
          <SourceField
            draft={draft.source}
            known={sources}
            onDraft={(source) => setDraft({ ...draft, source })}
          />
        )}
      </div>
      <div>
        <Button look={rules ? "main" : "plain"} disabled={!rules}>
          Add
        </Button>
      </div>
    </form>
  );
}
