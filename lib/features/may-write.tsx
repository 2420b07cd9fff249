import { useEffect, useState } from "react";
import { SendList } from "#components/bar/send-list.tsx";
import { ofKind } from "#lib/domain/kind.ts";
import type { Action, MessagingWindow } from "#lib/domain/messaging-window.ts";
import type { OpenReading } from "#lib/inbox/reading.ts";
import { useCurrent, useNow, useOverlay, useOverlayState } from "#lib/overlay/context.ts";
import type { Current } from "#lib/overlay/current.ts";
import { mayWriteWords, nextChange, sendLines } from "#lib/overlay/may-write-words.ts";
import { features } from "./registry.ts";

const TICK_MS = 5_000;

/** The customer's last message as far as the page or the log shows it; "none" only where all was seen. */
function lastOf(open: OpenReading, { log }: Current): Action {
  const recorded = ofKind(log?.events ?? [], "message_seen").map(({ at, precision, data }) => ({
    at,
    precision,
    sender: data.sender,
  }));
  const [last] = [...open.messages, ...recorded]
    .flatMap(({ at, precision, sender }) => (sender === "customer" && at !== null ? [{ at, precision }] : []))
    .toSorted((a, b) => b.at - a.at);
  if (last) return last;
  return open.beginning && open.undirected === 0 && open.messages.length > 0 ? "none" : null;
}

/** Asks again when the customer writes, and when a window has ended. */
function useMayWrite(): MessagingWindow | null {
  const overlay = useOverlay();
  const now = useNow(TICK_MS);
  const current = useCurrent();
  const open = useOverlayState(({ reading }) => reading?.open ?? null);
  const channel = useOverlayState(({ reading }) => reading?.channel ?? null);
  const [answer, setAnswer] = useState<{ asked: string; at: number; window: MessagingWindow } | null>(null);
  const on = current.thread?.channel ?? channel;
  const query = open && on && { channel: on, thread: current.thread, last: lastOf(open, current) };
  const asked = query && JSON.stringify(query);
  const isOver = answer !== null && now >= nextChange(answer.window, answer.at);

  useEffect(() => {
    const stop = new AbortController();
    const keep = (window: MessagingWindow) => {
      if (!stop.signal.aborted && asked) setAnswer({ asked, at: overlay.clock.now(), window });
    };
    // Without an answer nothing is said: better than something that may be wrong.
    if (query)
      overlay
        .send("mayWrite", query)
        .then(keep)
        .catch(() => stop.signal.aborted || setAnswer(null));
    return () => stop.abort();
    // oxlint-disable-next-line react/exhaustive-deps -- `asked` is the query as one text
  }, [overlay, asked, isOver]);
  return answer?.asked === asked ? answer.window : null;
}

function MayWriteChip() {
  const overlay = useOverlay();
  const now = useNow(TICK_MS);
  const isOpen = useOverlayState(({ panel }) => panel?.id === "send");
  const window = useMayWrite();
  if (!window) return null;
  const { before, time, tone, isSure } = mayWriteWords(window, now);
  return (
    <button
      type="button"
      className={`chip ${isSure ? "" : "estimated"} ${tone}`}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      title={
        sendLines(window, now).find(({ state }) => state !== "closed")?.why ?? "Nothing may be sent now."
      }
      onClick={() => (isOpen ? overlay.close() : overlay.open("send", false))}
    >
      <span className="cut">
        {before} {time !== "" && <b className="number">{time}</b>}
      </span>
    </button>
  );
}

function MayWritePanel() {
  const now = useNow(TICK_MS);
  const window = useMayWrite();
  return window && <SendList lines={sendLines(window, now)} />;
}

features.add("may-write", {
  needs: ["messages"],
  bar: { slot: "send", View: MayWriteChip },
  panel: { id: "send", title: "What may be sent now", View: MayWritePanel },
});
