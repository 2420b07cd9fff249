import { useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import styles from "./editable-list.module.css";

interface EditableItemProps {
  name: string;
  maxLength: number;
  problemOf: (words: string) => string | undefined;
  isFirst: boolean;
  isLast: boolean;
  onRemove: () => void;
  onRename: ((words: string) => void) | undefined;
  onMove: ((by: -1 | 1) => void) | undefined;
}

/** One item of a list, and what can be done to it; its words are a field while they are changed. */
export function EditableItem(props: EditableItemProps) {
  const { name, isFirst, isLast, onRemove, onRename, onMove } = props;
  const [isEdited, edit] = useState(false);
  const line = useRef<HTMLLIElement>(null);
  const wasEdited = useRef(false);
  useEffect(() => {
    if (isEdited) line.current?.querySelector("input")?.select();
    else if (wasEdited.current) line.current?.querySelector<HTMLElement>("[aria-label^=Rename]")?.focus();
    wasEdited.current = isEdited;
  }, [isEdited]);
  if (isEdited && onRename)
    return (
      <li ref={line}>
        <NameForm {...props} onRename={onRename} onEnd={() => edit(false)} />
      </li>
    );
  return (
    <li ref={line}>
      <span>{name}</span>
      <div className={styles.steps}>
        {onMove && (
          <>
            <Button look="quiet" label={`Move ${name} up`} disabled={isFirst} onPress={() => onMove(-1)}>
              ↑
            </Button>
            <Button look="quiet" label={`Move ${name} down`} disabled={isLast} onPress={() => onMove(1)}>
              ↓
            </Button>
          </>
        )}
        {onRename && (
          <Button look="quiet" label={`Rename ${name}`} onPress={() => edit(true)}>
            Rename
          </Button>
        )}
        <Button look="quiet" label={`Remove ${name}`} onPress={onRemove}>
          Remove
        </Button>
      </div>
    </li>
  );
}

type NameFormProps = Pick<EditableItemProps, "name" | "maxLength" | "problemOf"> & {
  onRename: (words: string) => void;
  onEnd: () => void;
};

function NameForm({ name, maxLength, problemOf, onRename, onEnd }: NameFormProps) {
  const [text, setText] = useState(name);
  const words = text.trim();
  const problem = problemOf(words);
  return (
    <form
      className={styles.rename}
      onSubmit={(event) => {
        event.preventDefault();
        if (words === "" || problem) return;
        if (words !== name) onRename(words);
        onEnd();
      }}
    >
      <Field
        label={`New name of ${name}`}
        value={text}
        onText={setText}
        maxLength={maxLength}
        problem={problem}
        onKeyDown={({ key }) => key === "Escape" && onEnd()}
      />
      <Button look="main" disabled={words === "" || problem !== undefined}>
        Save
      </Button>
      <Button onPress={onEnd}>Cancel</Button>
    </form>
  );
}
