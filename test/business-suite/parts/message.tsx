import { cx } from "#test/business-suite/style/atomic.ts";
import type { Bubble, MessageEntry, SuiteThread } from "#test/business-suite/types.ts";
import { textOf } from "#test/business-suite/world/entries.ts";
import { usePage } from "./context.tsx";
import { Emoji, EmojiText } from "./picture.tsx";

const BOX =
  "max-width:100%;padding:8px 12px;border-radius:18px;overflow-wrap:anywhere;white-space:pre-wrap;unicode-bidi:plaintext";
const OWN = "color:#fff;background-image:linear-gradient(var(--own), var(--own))";
const THEIRS = "background:var(--bubble)";

interface MessageProps {
  message: MessageEntry;
  thread: SuiteThread;
}

/** One message: its id on the element that holds its bubbles, none while it is on its way. */
export function Message({ message, thread }: MessageProps) {
  const { state, words } = usePage();
  const { messageIds } = state.config;
  const isWithout =
    messageIds === "none" || (messageIds === "except_wec" && thread.channel === "WEC_MESSAGE");
  const idOf = (id: string) => (isWithout || message.sending ? undefined : id);
  const side = message.from === "business" ? "justify-content:flex-end" : "justify-content:flex-start";
  const isMany = message.bubbles.length > 1;
  return (
    <div className={cx(message.sending === true && "opacity:0.6")}>
      <div
        data-message-id={idOf(message.id)}
        className={cx(isMany && "display:flex;flex-direction:column;gap:2px")}
      >
        {message.bubbles.map((bubble, place) => (
          <div key={`${place}`} className={cx("display:flex", side)}>
            <div
              className={cx("sticker" in bubble ? "padding:4px" : BOX, "text" in bubble && colourOf(message))}
            >
              {message.quotes !== undefined && place === 0 && (
                <Quote id={idOf(message.quotes)} text={quotedText(thread, message.quotes)} />
              )}
              <Text bubble={bubble} isLeaf={isMany || isWithout} />
            </div>
          </div>
        ))}
      </div>
      {message.bot && (
        <div role="button" tabIndex={0} className={cx("color:var(--accent);font-size:12px;text-align:end")}>
          {words.improveAi}
        </div>
      )}
    </div>
  );
}

const colourOf = ({ from }: MessageEntry): string => (from === "business" ? OWN : THEIRS);

/** The quoted message repeats its own id inside the answer's. */
function Quote({ id, text }: { id: string | undefined; text: string }) {
  return (
    <div
      data-message-id={id}
      className={cx(
        "margin-bottom:4px;padding-inline-start:8px;border-inline-start:2px solid currentColor;opacity:0.75",
      )}
    >
      {text}
    </div>
  );
}

function Text({ bubble, isLeaf }: { bubble: Bubble; isLeaf: boolean }) {
  if ("sticker" in bubble) return <Emoji sign={bubble.sticker} size={48} />;
  const text = <EmojiText text={bubble.text} />;
  if (isLeaf) return <div dir="auto">{text}</div>;
  return (
    <span>
      <span>{text}</span>
    </span>
  );
}

function quotedText(thread: SuiteThread, id: string): string {
  const quoted = thread.entries.find((entry) => entry.kind === "message" && entry.id === id);
  return quoted?.kind === "message" ? textOf(quoted) : "";
}
