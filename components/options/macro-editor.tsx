import { useId } from "react";
import type { Names } from "#lib/domain/named-list.ts";
import type { Macro, SourceChoice } from "#lib/domain/settings.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { MacroActions } from "./macro-actions.tsx";
import { draftOfMacro, type MacroDraft, readMacro } from "./macro-draft.ts";
import { MacroPreview } from "./macro-preview.tsx";
import { MacroText } from "./macro-text.tsx";
import { Overtaken } from "./overtaken.tsx";
import { useDraft } from "./use-draft.ts";
import styles from "./macros.module.css";

interface MacroEditorProps {
  macro: Omit<Macro, "id">;
  /** Names of the other macros of its list. */
  taken: readonly string[];
  folders: readonly string[];
  reasons: readonly string[];
  reasonNames: Names;
  sources: readonly SourceChoice[];
  onSave: (macro: Omit<Macro, "id">) => void;
  onCancel: () => void;
}

/** One macro, checked as it is typed, with how it would read. */
export function MacroEditor(props: MacroEditorProps) {
  const { macro, taken, folders, reasons, reasonNames, sources, onSave, onCancel } = props;
  const { draft, setDraft, isChanged: _, ...overtaken } = useDraft(draftOfMacro(macro));
  const list = useId();
  const maySave = !overtaken.isOvertaken;
  const { macro: whole, problems, preview, actions } = readMacro(draft, taken);
  const set = (part: Partial<MacroDraft>) => setDraft({ ...draft, ...part });
  return (
    <form
      className={styles.macro}
      aria-label={macro.name === "" ? "New macro" : macro.name}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (whole && maySave) onSave(whole);
      }}
    >
      <div className={styles.fields}>
        <Field
          label="Name"
          value={draft.name}
          maxLength={100}
          problem={problems.name}
          onText={(name) => set({ name })}
        />
        <Field
          label="Folder"
          value={draft.folder}
          maxLength={100}
          list={list}
          placeholder="none"
          hint="One within another: Shipping / Europe"
          onText={(folder) => set({ folder })}
        />
        <datalist id={list}>
          {folders.map((folder) => (
            <option key={folder}>{folder}</option>
          ))}
        </datalist>
      </div>
      <MacroText
        template={draft.template}
        problem={problems.template}
        onText={(template) => set({ template })}
      />
      <MacroPreview pieces={preview} actions={actions} />
      <MacroActions
        draft={draft}
        problems={problems}
        reasons={reasons}
        reasonNames={reasonNames}
        sources={sources}
        onSet={set}
      />
      <Overtaken {...overtaken} />
      <div className={styles.steps}>
        <Button look={whole && maySave ? "main" : "plain"} disabled={!whole || !maySave}>
          Save
        </Button>
        <Button look="quiet" onPress={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
