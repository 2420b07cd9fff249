import { type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";
import { Menu, type MenuItem } from "./menu.tsx";

interface ChooserProps {
  label: string;
  placeholder: string;
  items: readonly MenuItem[];
  onPick: (id: string) => void;
  /** What the typed words mean where nothing of the list is chosen; without it they only search. */
  other?: { label: (typed: string) => string; onPick: (typed: string) => void };
}

const SHOWN = 50;
const OTHER = "other:";

const has = (text: string | undefined, typed: string): boolean =>
  text?.toLocaleLowerCase().includes(typed.toLocaleLowerCase()) ?? false;

/** A list that narrows as one types; what is not in it can be said in words. */
export function Chooser({ label, placeholder, items, onPick, other }: ChooserProps) {
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const typed = text.trim();
  const found = items.filter((item) => has(item.label, typed) || has(item.note, typed)).slice(0, SHOWN);
  const last: MenuItem[] = other && typed !== "" ? [{ id: OTHER + typed, label: other.label(typed) }] : [];
  const shown = [...found, ...last];

  // Before anything else is typed.
  useLayoutEffect(() => field.current?.focus(), []);

  const pick = (id: string) => (id === OTHER + typed ? other?.onPick(typed) : onPick(id));
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    const first = shown.find(({ disabled }) => !disabled);
    if (event.key === "Enter" && first && !event.nativeEvent.isComposing) pick(first.id);
    if (event.key !== "ArrowDown" || !(event.currentTarget instanceof HTMLElement)) return;
    event.preventDefault();
    event.currentTarget.parentElement?.querySelector<HTMLButtonElement>("ul button:enabled")?.focus();
  };

  return (
    <div className="chooser">
      <input
        ref={field}
        type="search"
        aria-label={label}
        placeholder={placeholder}
        value={text}
        maxLength={200}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={press}
      />
      {shown.length > 0 ? (
        <Menu label={label} items={shown} digits={false} focused={false} onPick={pick} />
      ) : (
        <p className="note">{other ? "Nothing found. Type its name." : "Nothing found."}</p>
      )}
    </div>
  );
}
