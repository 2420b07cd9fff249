import { type KeyboardEvent, useState } from "react";
import { Menu, type MenuItem } from "./menu.tsx";

interface FollowUpFormProps {
  items: readonly MenuItem[];
  /** The earliest that the field offers, as it writes times. */
  earliest: string;
  onPick: (id: string) => void;
  /** What was typed into the field; answers what is wrong with it. */
  onTyped: (text: string) => string | null;
}

/** A few usual times by digit, and a field for any other. */
export function FollowUpForm({ items, earliest, onPick, onTyped }: FollowUpFormProps) {
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const save = () => setProblem(onTyped(text));
  const press = (event: KeyboardEvent) => {
    // The focus goes back to the page: the line break must not follow it there.
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    save();
  };
  return (
    <>
      <Menu label="Follow up on" items={items} digits focused onPick={onPick} />
      <div className="other-time">
        <input
          type="datetime-local"
          aria-label="Another time"
          aria-invalid={problem !== null}
          value={text}
          min={earliest}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={press}
        />
        <button type="button" className="button" disabled={text === ""} onClick={save}>
          Set
        </button>
        <p className="problem" role="alert">
          {problem}
        </p>
      </div>
    </>
  );
}
