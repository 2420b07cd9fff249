import { type KeyboardEvent, useLayoutEffect, useRef } from "react";
import { MACRO_PROBLEMS, type Piece } from "#lib/domain/macro.ts";

interface MacroFormProps {
  pieces: readonly Piece[];
  fields: readonly { name: string; value: string }[];
  /** What is recorded besides, in words. */
  actions: readonly string[];
  /** Nothing stands in the way. */
  isReady: boolean;
  /** Something is asked before it is inserted. */
  asksMore: boolean;
  onField: (name: string, value: string) => void;
  onInsert: () => void;
  onBack: () => void;
}

/** A macro before it is inserted: its fields, its text with what is not known in red, and what it does besides. */
export function MacroForm({
  pieces,
  fields,
  actions,
  isReady,
  asksMore,
  onField,
  onInsert,
  onBack,
}: MacroFormProps) {
  const form = useRef<HTMLDivElement>(null);
  // Before anything else is typed.
  useLayoutEffect(() => {
    const find = (selector: string) => form.current?.querySelector<HTMLElement>(selector);
    (find("input") ?? find(".primary:enabled") ?? find("button"))?.focus();
  }, []);
  const press = (event: KeyboardEvent) => {
    // The focus goes back to the page: the line break must not follow it there.
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (isReady) onInsert();
  };
  const problems = [...new Set(pieces.flatMap((piece) => (piece.kind === "error" ? piece.problem : [])))];
  return (
    <div className="macro" ref={form}>
      {fields.map(({ name, value }) => (
        <label key={name}>
          <span>{name}</span>
          <input
            type="text"
            value={value}
            maxLength={2000}
            onChange={({ target }) => onField(name, target.value)}
            onKeyDown={press}
          />
        </label>
      ))}
      <p className="macro-text">
        {pieces.map((piece, index) =>
          piece.kind === "text" ? (
            // oxlint-disable-next-line react/no-array-index-key -- the pieces of one text stand in its order
            <bdi key={index}>{piece.text}</bdi>
          ) : (
            // oxlint-disable-next-line react/no-array-index-key -- the pieces of one text stand in its order
            <mark key={index} title={MACRO_PROBLEMS[piece.problem]}>
              {piece.source}
            </mark>
          ),
        )}
      </p>
      {problems.map((problem) => (
        <p className="problem" key={problem}>
          {MACRO_PROBLEMS[problem]}
        </p>
      ))}
      {actions.length > 0 && <p className="macro-actions">Then: {actions.join(", ")}</p>}
      <div className="macro-buttons">
        <button type="button" className="button" onClick={onBack}>
          Back
        </button>
        <button type="button" className="button primary" disabled={!isReady} onClick={onInsert}>
          {asksMore ? "Next…" : "Insert"}
        </button>
      </div>
    </div>
  );
}
