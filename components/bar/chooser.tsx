import { type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";
import { depthOf, Menu, type MenuItem } from "./menu.tsx";
import { search } from "./search.ts";

interface ChooserProps {
  label: string;
  placeholder: string;
  items: readonly MenuItem[];
  /** What is searched once something is typed, where that is more than what is shown before. */
  searched?: readonly MenuItem[];
  /** Where one is, and the way out of there. */
  inside?: { name: string; onOut: () => void } | undefined;
  onPick: (id: string) => void;
  /** A slash typed first; without it, it is searched for. */
  onSlash?: () => void;
  /** What the typed words mean where nothing of the list is chosen; without it they only search. */
  other?: { label: (typed: string) => string; onPick: (typed: string) => void };
}

const SHOWN = 50;
const OTHER = "other:";

/** A list that narrows as one types; what is not in it can be said in words. */
export function Chooser(props: ChooserProps) {
  const { label, placeholder, items, searched = items, inside, onPick, onSlash, other } = props;
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const typed = text.trim();
  const found = (typed === "" ? items : search(searched, typed)).slice(0, SHOWN);
  const last: MenuItem[] = other && typed !== "" ? [{ id: OTHER + typed, label: other.label(typed) }] : [];
  const shown = [...found, ...last];

  // Before anything else is typed.
  useLayoutEffect(() => field.current?.focus(), []);

  const pick = (id: string) => (id === OTHER + typed ? other?.onPick(typed) : onPick(id));
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    const first = shown.find(({ disabled }) => !disabled);
    // The focus goes back to the page: the line break must not follow it there.
    if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      event.preventDefault();
      if (first) pick(first.id);
    }
    if (text === "" && inside && (event.key === "Backspace" || depthOf(event) === "out")) {
      event.preventDefault();
      inside.onOut();
    }
    if (event.key === "/" && text === "" && onSlash) {
      event.preventDefault();
      onSlash();
    }
    if (event.key !== "ArrowDown" || !(event.currentTarget instanceof HTMLElement)) return;
    event.preventDefault();
    event.currentTarget.parentElement?.querySelector<HTMLButtonElement>("ul button:enabled")?.focus();
  };

  return (
    <div className="chooser">
      {inside && (
        <button type="button" className="link chooser-out" title="Back (Backspace)" onClick={inside.onOut}>
          <span aria-hidden="true">‹</span> <bdi>{inside.name}</bdi>
        </button>
      )}
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
        <Menu
          label={label}
          items={shown}
          digits={false}
          focused={false}
          onPick={pick}
          onOut={inside?.onOut}
        />
      ) : (
        <p className="note">{other ? "Nothing found. Type its name." : "Nothing found."}</p>
      )}
    </div>
  );
}
