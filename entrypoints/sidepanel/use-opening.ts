import { useEffect, useEffectEvent, useState } from "react";
import type { QueueNotice } from "#components/queue/foot.tsx";
import { ask } from "#lib/ask.ts";
import type { QueueEntry } from "#lib/domain/queue.ts";
import { sameThread, type Thread, threadKey, threadOfKey } from "#lib/domain/thread.ts";
import { sentenceOf } from "#lib/errors.ts";
import { onMessage } from "#lib/messages.ts";

/** A page that has not become certain by then is left to the person's own eyes. */
const CERTAIN_WITHIN_MS = 12_000;

/** What is opened, and under which name it is spoken of. */
type Opened = Pick<QueueEntry, "thread" | "name">;

type Opening = {
  entry: Opened;
  state: "opening" | "open" | "other" | "unsure" | "holds_text" | "failed";
  why?: string;
};

const nameOf = ({ name }: Opened): string => name ?? "The conversation";

function textOf({ entry, state, why }: Opening): string {
  switch (state) {
    case "opening":
      return `Opening ${entry.name ?? "the conversation"}…`;
    case "open":
      return `${nameOf(entry)} is open.`;
    case "other":
      return `Another conversation opened than ${nameOf(entry)}. Open it from the list before you write.`;
    case "unsure":
      return `It is not certain that ${nameOf(entry)} opened: look at the name before you write.`;
    case "holds_text":
      return "Something is written in the inbox that was not sent. Opening another conversation would lose it.";
    case "failed":
      return `It could not be opened: ${why ?? ""}`;
  }
}

/** Opens conversations by their address, asks before a text is lost, and hears from the page which one opened. */
export function useOpening(named: (thread: Thread) => Opened): {
  opened: string | null;
  notice: QueueNotice | null;
  open: (entry: Opened) => void;
} {
  const [opening, setOpening] = useState<Opening | null>(null);
  useEffect(
    () =>
      onMessage("conversationOpened", ({ data: { wanted, isRight } }) => {
        setOpening((now) =>
          now && sameThread(now.entry.thread, wanted) ? { ...now, state: isRight ? "open" : "other" } : now,
        );
        return true;
      }),
    [],
  );
  const isOpening = opening?.state === "opening";
  useEffect(() => {
    if (!isOpening) return;
    const timer = setTimeout(
      () => setOpening((now) => (now?.state === "opening" ? { ...now, state: "unsure" } : now)),
      CERTAIN_WITHIN_MS,
    );
    return () => clearTimeout(timer);
  }, [isOpening]);

  const open = (entry: Opened, evenSo = false) => {
    setOpening({ entry, state: "opening" });
    ask("openConversation", { thread: entry.thread, evenSo })
      .then((answer) => answer === "holds_text" && setOpening({ entry, state: answer }))
      .catch((error: unknown) => setOpening({ entry, state: "failed", why: sentenceOf(error) }));
  };
  const openWanted = useEffectEvent((thread: Thread) => open(named(thread)));
  useEffect(() => {
    const wanted = threadOfKey(decodeURIComponent(location.hash.slice(1)));
    const timer = setTimeout(() => wanted && openWanted(wanted));
    const deafen = onMessage("openWanted", ({ data: { thread } }) => {
      openWanted(thread);
      return true;
    });
    return () => {
      clearTimeout(timer);
      deafen();
    };
  }, []);
  const notice = opening && {
    text: textOf(opening),
    tone: opening.state === "opening" || opening.state === "open" ? ("plain" as const) : ("warn" as const),
    onEvenSo: opening.state === "holds_text" ? () => open(opening.entry, true) : null,
  };
  const isThere = opening?.state === "open" || isOpening;
  return {
    opened: opening && isThere ? threadKey(opening.entry.thread) : null,
    notice,
    open: (entry) => open(entry),
  };
}
