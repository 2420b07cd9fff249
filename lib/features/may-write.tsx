import { useEffect, useRef, useState } from "react";
import { SendList } from "#components/bar/send-list.tsx";
import { ofKind } from "#lib/domain/kind.ts";
import type { Action, MessagingWindow } from "#lib/domain/messaging-window.ts";
import { threadKey } from "#lib/domain/thread.ts";
import type { OpenReading } from "#lib/inbox/reading.ts";
import { useOverlay, useOverlayState, useShown, useShownNow } from "#lib/overlay/context.ts";
import type { Current } from "#lib/overlay/current.ts";
import { mayWriteWords, nextChange, sendLines } from "#lib/overlay/may-write-words.ts";
import { createDelay } from "#lib/overlay/delay.ts";
import type { Query } from "#lib/overlay/send.ts";
import { features } from "./registry.ts";

type Asked = Query<"mayWrite">;

/** Questions about one conversation are this far apart, in ms. */
const APART_MS = 5_000;

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

/** Of which conversation something was asked, and when. */
interface Turn {
  of: string;
  at: number;
}

type Answered = Turn & { query: Asked; window: MessagingWindow };

const atOf = ({ last }: Asked): number | null => (last === null || last === "none" ? null : last.at);

/**
 * The answer is to this very question, or to the one before the customer wrote once more: that allowed no more than is
 * allowed now.
 */
function isGood(answer: Answered, of: string, query: Asked): boolean {
  const [before, last] = [atOf(answer.query), atOf(query)];
  const isEarlier = before !== null && last !== null && before <= last;
  return answer.query === query || (of !== "" && answer.of === of && isEarlier);
}

const titleOf = (window: MessagingWindow, now: number): string =>
  sendLines(window, now).find(({ state }) => state !== "closed")?.why ?? "Nothing may be sent now.";

/** Asks again when the customer writes, though not for each of many messages, and when a window has ended. */
function useMayWrite(): MessagingWindow | null {
  const overlay = useOverlay();
  const query = useShown(({ reading }) => {
    const current = overlay.current();
    const open = reading?.open ?? null;
    const channel = current.thread?.channel ?? reading?.channel ?? null;
    // Whose conversation it is settles in a moment: nothing is asked before.
    if (!open || !channel || open.identity.settling) return null;
    return { channel, thread: current.thread, last: lastOf(open, current) };
  });
  const [answer, setAnswer] = useState<Answered | null>(null);
  const latest = useRef<Turn>({ of: "", at: 0 });
  const of = query?.thread ? threadKey(query.thread) : "";
  const isOver = useShownNow((_, now) => answer !== null && now >= nextChange(answer.window, answer.at));

  useEffect(() => {
    if (!query) return;
    const stop = new AbortController();
    const ask = () => {
      const turn: Turn = { of, at: overlay.clock.now() };
      latest.current = turn;
      const keep = (answered: Answered | null) => latest.current === turn && setAnswer(answered);
      // Without an answer nothing is said: better than something that may be wrong.
      overlay
        .send("mayWrite", query)
        .then((window) => keep({ ...turn, query, window }))
        .catch(() => keep(null));
    };
    const { of: before, at } = latest.current;
    const isSame = of !== "" && before === of && !isOver;
    const wait = isSame ? at + APART_MS - overlay.clock.now() : 0;
    if (wait > 0) createDelay(overlay.window, stop.signal).start(ask, Math.min(wait, APART_MS));
    else ask();
    return () => stop.abort();
  }, [overlay, query, of, isOver]);
  return answer && query && isGood(answer, of, query) ? answer.window : null;
}

function MayWriteChip() {
  const overlay = useOverlay();
  const isOpen = useOverlayState(({ panel }) => panel?.id === "send");
  const window = useMayWrite();
  const shown = useShownNow(
    (_, now) => window && { ...mayWriteWords(window, now), title: titleOf(window, now) },
  );
  if (!shown) return null;
  const { before, brief, time, tone, isSure, title } = shown;
  return (
    <button
      type="button"
      className={`chip ${isSure ? "" : "estimated"} ${tone}`}
      aria-label={`${before} ${time}`.trim()}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      title={title}
      onClick={() => (isOpen ? overlay.close() : overlay.open("send", false))}
    >
      <svg className="pen brief" viewBox="0 0 12 12" aria-hidden="true">
        <path d="M2 10l.7-2.7L8.3 1.7l2 2L4.7 9.3z" />
      </svg>
      <span className="cut">
        <span className="long">{before}</span>
        <span className="brief">{brief}</span> {time !== "" && <b className="number">{time}</b>}
      </span>
    </button>
  );
}

function MayWritePanel() {
  const window = useMayWrite();
  const lines = useShownNow((_, now) => window && sendLines(window, now));
  return lines && <SendList lines={lines} />;
}

features.add("may-write", {
  needs: ["messages"],
  bar: { slot: "send", View: MayWriteChip },
  panel: { id: "send", title: "What may be sent now", View: MayWritePanel },
});
