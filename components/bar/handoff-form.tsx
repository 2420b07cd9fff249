import { type KeyboardEvent, useState } from "react";
import { Menu, type MenuItem } from "./menu.tsx";

interface HandoffFormProps {
  /** Who handed what to whom, and when. */
  lead: string;
  /** What is known of the conversation, a few words each. */
  context: readonly string[];
  items: readonly MenuItem[];
  onPick: (id: string) => void;
  /** A reason in the person's own words. */
  onTyped: (reason: string) => void;
}

/** A handoff with what goes along; it is accepted, or returned with a reason, by digit or in words. */
export function HandoffForm({ lead, context, items, onPick, onTyped }: HandoffFormProps) {
  const [text, setText] = useState("");
  const reason = text.trim();
  const send = () => reason !== "" && onTyped(reason);
  const press = (event: KeyboardEvent) => {
    // The focus goes back to the page: the line break must not follow it there.
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  return (
    <>
      <p className="note">{lead}</p>
      <p className="goes-along">
        {context.map((words) => (
          <bdi key={words}>{words}</bdi>
        ))}
      </p>
      <Menu label="Accept or return" items={items} digits focused onPick={onPick} />
      <div className="other-time">
        <input
          aria-label="Another reason to return it"
          placeholder="Return it: another reason"
          value={text}
          maxLength={200}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={press}
        />
        <button type="button" className="button" disabled={reason === ""} onClick={send}>
          Return
        </button>
      </div>
    </>
  );
}
