import { useId, useState } from "react";
import type { Macro, Settings } from "#lib/domain/settings.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import field from "#components/ui/field.module.css";
import type { Change } from "./change.ts";
import styles from "./macros.module.css";
import { Section } from "./section.tsx";

export interface MacrosProps {
  settings: Settings;
  onChange: Change;
  /** A fresh id for a new macro. */
  newId: () => string;
}

/** Texts that the bar puts into the composer; Rung never sends them. */
export function Macros({ settings: { macros }, onChange, newId }: MacrosProps) {
  const [isNew, setNew] = useState(false);
  const keep = (macro: Macro) =>
    onChange(`Saved “${macro.name}”.`, (now) => ({
      ...now,
      macros: now.macros.some(({ id }) => id === macro.id)
        ? now.macros.map((known) => (known.id === macro.id ? macro : known))
        : [...now.macros, macro],
    }));
  const remove = (macro: Macro) =>
    onChange(`Removed “${macro.name}”.`, (now) => ({
      ...now,
      macros: now.macros.filter(({ id }) => id !== macro.id),
    }));
  return (
    <Section
      id="macros"
      title="Macros"
      about="Texts to insert at the cursor. Rung never presses Send: you read them, then you send them."
    >
      {macros.map((macro) => (
        <MacroForm
          key={`${macro.id} ${macro.name} ${macro.template}`}
          macro={macro}
          onSave={keep}
          onRemove={() => remove(macro)}
        />
      ))}
      {isNew ? (
        <MacroForm
          macro={{ id: newId(), name: "", folder: null, template: "" }}
          onSave={(macro) => {
            keep(macro);
            setNew(false);
          }}
          onRemove={() => setNew(false)}
        />
      ) : (
        <div>
          <Button onPress={() => setNew(true)}>Add a macro</Button>
        </div>
      )}
    </Section>
  );
}

interface MacroFormProps {
  macro: Macro;
  onSave: (macro: Macro) => void;
  onRemove: () => void;
}

function MacroForm({ macro, onSave, onRemove }: MacroFormProps) {
  const [name, setName] = useState(macro.name);
  const [template, setTemplate] = useState(macro.template);
  const id = useId();
  const isNew = macro.name === "";
  const isChanged = name.trim() !== macro.name || template !== macro.template;
  const isWhole = name.trim() !== "" && template.trim() !== "";
  return (
    <form
      className={styles.macro}
      aria-label={isNew ? "New macro" : macro.name}
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole) onSave({ ...macro, name: name.trim(), template });
      }}
    >
      <Field label="Name" value={name} onText={setName} maxLength={100} required />
      <div className={field.field}>
        <label htmlFor={id}>Text</label>
        <textarea
          id={id}
          value={template}
          maxLength={10_000}
          required
          onChange={(event) => setTemplate(event.target.value)}
        />
      </div>
      <div className={styles.steps}>
        <Button look={isChanged && isWhole ? "main" : "plain"} disabled={!isChanged || !isWhole}>
          Save
        </Button>
        <Button
          look="quiet"
          label={isNew ? "Cancel the new macro" : `Remove ${macro.name}`}
          onPress={onRemove}
        >
          {isNew ? "Cancel" : "Remove"}
        </Button>
      </div>
    </form>
  );
}
