import { useId } from "react";
import type { SourceChoice } from "#lib/domain/settings.ts";
import { Choice } from "#components/ui/choice.tsx";
import { Field } from "#components/ui/field.tsx";
import { draftOfSource, kindOf, SOURCE_KINDS, type SourceDraft } from "./source-draft.ts";

interface SourceFieldProps {
  draft: SourceDraft;
  /** What is known already, offered while one types. */
  known: readonly SourceChoice[];
  onDraft: (draft: SourceDraft) => void;
}

/** The longest name of a source of each kind. */
const LENGTHS: Record<SourceDraft["kind"], number> = {
  creator: 200,
  campaign: 400,
  ad: 40,
  ref: 400,
  other: 200,
};

/** Where a conversation came from, as its kind and a name. */
export function SourceField({ draft, known, onDraft }: SourceFieldProps) {
  const id = useId();
  const names = known
    .map(({ source }) => draftOfSource(source))
    .filter(({ kind }) => kind === draft.kind)
    .map(({ name }) => name);
  return (
    <>
      <Choice
        label="Kind of source"
        value={draft.kind}
        options={SOURCE_KINDS}
        onChoose={(kind) => onDraft({ ...draft, kind: kindOf(kind) })}
      />
      <Field
        label="Its name"
        value={draft.name}
        list={id}
        maxLength={LENGTHS[draft.kind]}
        onText={(name) => onDraft({ ...draft, name })}
      />
      <datalist id={id}>
        {[...new Set(names)].map((name) => (
          <option key={name}>{name}</option>
        ))}
      </datalist>
    </>
  );
}
