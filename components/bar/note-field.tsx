import { useEffect, useLayoutEffect, useRef, useState } from "react";

interface NoteFieldProps {
  note: string;
  maxLength: number;
  focused: boolean;
  /** What was typed, when the field is left: once, and only where it changed. */
  onKeep: (note: string) => void;
}

/** A note for the rep's own eyes. */
export function NoteField({ note, maxLength, focused, onKeep }: NoteFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(note);
  const last = useRef({ text, note, onKeep });

  useLayoutEffect(() => {
    last.current = { text, note, onKeep };
  });
  // Before anything else is typed.
  useLayoutEffect(() => {
    if (focused) field.current?.focus();
  }, [focused]);
  // Closing the sheet takes the field away without its losing the focus first.
  useEffect(
    () => () => {
      const { text, note, onKeep } = last.current;
      if (text.trim() !== note) onKeep(text);
    },
    [],
  );
  return (
    <label className="note-field">
      <span>Your note. It stays in this browser; nobody else sees it.</span>
      <textarea
        ref={field}
        value={text}
        rows={3}
        maxLength={maxLength}
        dir="auto"
        onChange={({ target }) => setText(target.value)}
        onBlur={() => text.trim() !== note && onKeep(text)}
      />
    </label>
  );
}
