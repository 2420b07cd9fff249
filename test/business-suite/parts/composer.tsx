import { useState } from "react";
import { send, write } from "#test/business-suite/actions.ts";
import { cx } from "#test/business-suite/style/atomic.ts";
import type { SuiteThread } from "#test/business-suite/types.ts";
import { usePage } from "./context.tsx";
import { Icon, type IconName } from "./icon.tsx";
import { LexicalBox } from "./lexical-box.tsx";
import { TextareaBox } from "./textarea-box.tsx";

/** What every kind of box tells and takes: its text, a wish to send, and a counter that empties an editor. */
export interface BoxProps {
  label: string;
  text: string;
  onText: (text: string) => void;
  onSend: () => void;
  emptied: number;
}

/** The composer; a request or a closed window has none at all, and says so. */
export function Composer({ thread }: { thread: SuiteThread }) {
  const { page, state, words } = usePage();
  const [text, setText] = useState("");
  const [emptied, setEmptied] = useState(0);
  const { composer } = state.config;
  if (composer === "none" || thread.request)
    return (
      <div
        className={cx("padding:20px;text-align:center;color:var(--faint);border-top:1px solid var(--line)")}
      >
        {words.cannotReply}
      </div>
    );
  const onText = (next: string) => {
    write(page, next);
    setText(next);
  };
  const onSend = () => {
    if (page.composer.text.trim() === "") return;
    send(page, page.composer.text);
    setText("");
    setEmptied((count) => count + 1);
  };
  const box: BoxProps = { label: words.replyIn[thread.channel], text, onText, onSend, emptied };
  return (
    <div
      className={cx(
        "display:flex;align-items:flex-end;gap:4px;flex:none;padding:12px 12px 14px;border-top:1px solid var(--line)",
      )}
    >
      <Tool name={words.attach} icon="attach" />
      <div className={cx("position:relative;flex:1;min-width:0;border-radius:18px;background:var(--sunken)")}>
        {composer === "textarea" ? <TextareaBox {...box} /> : <LexicalBox {...box} kind={composer} />}
      </div>
      <Tool name={words.savedReply} icon="reply" />
      {text.trim() === "" ? (
        <Tool name={words.sendLike} icon="like" />
      ) : (
        <Tool name={words.send} icon="send" onClick={onSend} />
      )}
    </div>
  );
}

function Tool({ name, icon, onClick }: { name: string; icon: IconName; onClick?: () => void }) {
  return (
    <div
      role="button"
      tabIndex={0}
      aria-label={name}
      onClick={onClick}
      className={cx(
        "display:grid;place-items:center;width:36px;height:36px;flex:none;border-radius:50%;color:var(--accent)",
        ":hover>background:var(--hover)",
      )}
    >
      <Icon name={icon} />
    </div>
  );
}
