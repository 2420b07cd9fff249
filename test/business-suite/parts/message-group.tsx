import { cx } from "#test/business-suite/style/atomic.ts";
import type { MessageEntry, SuiteThread } from "#test/business-suite/types.ts";
import { usePage } from "./context.tsx";
import { Message } from "./message.tsx";
import { Face } from "./picture.tsx";

interface MessageGroupProps {
  at: number;
  messages: MessageEntry[];
  thread: SuiteThread;
}

/** Messages of one side under one `data-utime`, where the build has it. */
export function MessageGroup({ at, messages, thread }: MessageGroupProps) {
  const { state } = usePage();
  const [first] = messages;
  if (!first) return null;
  const isOwn = first.from === "business";
  return (
    <div data-utime={state.config.paneUtime ? Math.floor(at / 1000) : undefined}>
      <div
        className={cx(
          "display:flex;align-items:flex-end;gap:8px;padding:2px 0",
          isOwn ? "justify-content:flex-end" : "justify-content:flex-start",
        )}
      >
        {!isOwn && <Face name={thread.name} size={28} alt={thread.name} />}
        <div
          className={cx(
            "display:flex;flex-direction:column;gap:2px;max-width:70%;min-width:0",
            isOwn ? "align-items:flex-end" : "align-items:flex-start",
          )}
        >
          {messages.map((message) => (
            <Message key={message.id} message={message} thread={thread} />
          ))}
          <SentBy message={first} />
        </div>
      </div>
    </div>
  );
}

/** The one place that names the colleague; automatic replies carry it too, and a word of their own. */
function SentBy({ message }: { message: MessageEntry }) {
  const { words } = usePage();
  if (message.sentBy === undefined && !message.automatic) return null;
  return (
    <div
      className={cx(
        "display:flex;gap:6px;padding:0 4px 4px;color:var(--faint);font-size:12px;line-height:16px",
      )}
    >
      {message.sentBy !== undefined && (
        <div>
          <span>{words.sentBy}</span>
          <span>{message.sentBy}</span>
        </div>
      )}
      {message.automatic && <div>{words.automatic}</div>}
    </div>
  );
}
