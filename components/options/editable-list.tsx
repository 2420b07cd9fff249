import { useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { EditableItem } from "./editable-item.tsx";
import styles from "./editable-list.module.css";

export interface EditableListProps {
  title: string;
  hint: string;
  items: readonly string[];
  /** What an item is called today. */
  nameOf?: (item: string) => string;
  /** What is added, in the singular: "reason". */
  one: string;
  most: number;
  maxLength: number;
  onAdd: (item: string) => void;
  onRemove: (item: string) => void;
  /** Left out where the words are all that an item is. */
  onRename?: (item: string, name: string) => void;
  /** Left out where the order says nothing. */
  onMove?: (item: string, by: -1 | 1) => void;
}

/** An item that was moved keeps the focus on the button that moved it, or on the other one at an end. */
function useKeptFocus(items: readonly string[]) {
  const list = useRef<HTMLUListElement>(null);
  const last = useRef<{ item: string; by: -1 | 1 } | null>(null);
  useEffect(() => {
    if (!last.current) return;
    const { item, by } = last.current;
    last.current = null;
    const buttons = list.current?.children[items.indexOf(item)]?.querySelectorAll("button") ?? [];
    const [up, down] = buttons;
    const [wanted, other] = by < 0 ? [up, down] : [down, up];
    (wanted?.disabled ? other : wanted)?.focus();
  }, [items]);
  const move = (item: string, by: -1 | 1) => {
    last.current = { item, by };
  };
  return { list, move };
}

/** A short list of words: one more at its end, any of them away, called otherwise, or in another place. */
export function EditableList(props: EditableListProps) {
  const {
    title,
    hint,
    items,
    nameOf = String,
    one,
    most,
    maxLength,
    onAdd,
    onRemove,
    onRename,
    onMove,
  } = props;
  const [text, setText] = useState("");
  const { list, move: keepFocus } = useKeptFocus(items);
  const item = text.trim();
  const isTaken = (words: string, but?: string) =>
    items.some((known) => known !== but && nameOf(known).toLowerCase() === words.toLowerCase());
  const problemOf = (words: string, but?: string) =>
    isTaken(words, but) ? `This ${one} is there already.` : undefined;
  const problem = problemOf(item);
  const move = (known: string, by: -1 | 1) => {
    keepFocus(known, by);
    onMove?.(known, by);
  };
  return (
    <div className={styles.list}>
      <h3>{title}</h3>
      <p>{hint}</p>
      <ul ref={list}>
        {items.map((known, index) => (
          <EditableItem
            key={known}
            name={nameOf(known)}
            maxLength={maxLength}
            problemOf={(words) => problemOf(words, known)}
            isFirst={index === 0}
            isLast={index === items.length - 1}
            onRemove={() => onRemove(known)}
            onRename={onRename && ((words) => onRename(known, words))}
            onMove={onMove && ((by) => move(known, by))}
          />
        ))}
      </ul>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (item === "" || problem) return;
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
        <Button disabled={item === "" || problem !== undefined}>Add</Button>
      </form>
    </div>
  );
}
