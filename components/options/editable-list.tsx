import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import styles from "./editable-list.module.css";

export interface EditableListProps {
  title: string;
  hint: string;
  items: readonly string[];
  /** What an item is called; the product's own have names of their own. */
  nameOf?: (item: string) => string;
  /** What is added, in the singular: "reason". */
  one: string;
  most: number;
  maxLength: number;
  onAdd: (item: string) => void;
  onRemove: (item: string) => void;
}

/** A short list of words: one more at its end, any of them away. */
export function EditableList(props: EditableListProps) {
  const { title, hint, items, nameOf = String, one, most, maxLength, onAdd, onRemove } = props;
  const [text, setText] = useState("");
  const item = text.trim();
  const isThere = items.some((known) => nameOf(known).toLowerCase() === item.toLowerCase());
  const problem = isThere ? `This ${one} is there already.` : undefined;
  return (
    <div className={styles.list}>
      <h3>{title}</h3>
      <p>{hint}</p>
      <ul>
        {items.map((known) => (
          <li key={known}>
            <span>{nameOf(known)}</span>
            <Button look="quiet" label={`Remove ${nameOf(known)}`} onPress={() => onRemove(known)}>
              Remove
            </Button>
          </li>
        ))}
      </ul>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (item === "" || isThere) return;
          onAdd(item);
          setText("");
        }}
      >
        <Field
          label={`New ${one}`}
          value={text}
          onText={setText}
          maxLength={maxLength}
          problem={problem}
          disabled={items.length >= most}
        />
        <Button disabled={item === "" || isThere}>Add</Button>
      </form>
    </div>
  );
}
