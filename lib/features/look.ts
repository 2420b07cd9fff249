import { ofKind } from "#lib/domain/kind.ts";
import type { SeenMessage } from "#lib/domain/observe.ts";
import { widthOf } from "#lib/domain/precision.ts";
import { sameThread, type Thread, threadKey } from "#lib/domain/thread.ts";
import type { OpenReading } from "#lib/inbox/reading.ts";
import { createDelay } from "#lib/overlay/delay.ts";
import { Orphaned } from "#lib/overlay/send.ts";
import type { Overlay } from "#lib/overlay/overlay.ts";
import { features } from "./registry.ts";

/** The page must have said the same for this long, in ms: header, messages and list do not change in one step. */
const SETTLED_MS = 600;

type Handover = OpenReading["handovers"][number];

/** Remembers whose message is whose, so that messages still shown under the next header are told. */
function createOwners() {
  const owners = new Map<string, string>();
  return {
    /** Every message is new, or was seen in this thread before. */
    agree: (thread: string, messages: readonly SeenMessage[]): boolean =>
      messages.every(({ key }) => key === null || (owners.get(key) ?? thread) === thread),
    keep(thread: string, messages: readonly SeenMessage[]) {
      for (const { key } of messages) if (key !== null) owners.set(key, thread);
    },
  };
}

type Said = Pick<OpenReading, "messages" | "beginning" | "handovers">;

const textOf = ({ messages, beginning, handovers }: Said): string =>
  JSON.stringify([messages, beginning, handovers]);

/** Tells the background what the open conversation shows: who wrote when, never what. */
function start(overlay: Overlay, signal: AbortSignal): void {
  const { store, window, send, expectLog, pageFrames } = overlay;
  const owners = createOwners();
  const told = new Map<string, string>();
  let seen: unknown = null;
  const delay = createDelay(window, signal);

  const tellHandovers = (thread: Thread, handovers: readonly Handover[]) => {
    const known = ofKind(overlay.current().log?.events ?? [], "bot_handed_over");
    const isNew = ({ at, precision }: Handover) =>
      known.every(
        (event) => Math.abs(event.at - at) > Math.max(widthOf(event.precision), widthOf(precision)),
      );
    const fresh = handovers.filter(isNew);
    if (fresh.length > 0)
      overlay.judge(
        thread,
        fresh.map((handover) => ({ kind: "bot_handed_over", data: {}, ...handover })),
      );
  };
  const tell = (thread: Thread, said: Said) => {
    const { messages, beginning, handovers } = said;
    const key = threadKey(thread);
    const text = textOf(said);
    if (told.get(key) === text || !owners.agree(key, messages)) return;
    told.set(key, text);
    owners.keep(key, messages);
    tellHandovers(thread, handovers);
    const learn = expectLog();
    send("look", { look: { thread, messages, beginning } })
      .then((log) => log && pageFrames.join(() => learn(log)))
      .catch((error: unknown) => {
        told.delete(key);
        if (error instanceof Orphaned) store.set({ isOrphan: true });
      });
  };
  /** What stands open, and certainly whose. */
  const certain = () => {
    const standing = overlay.standing();
    const open = store.get().reading?.open;
    return open && open.messages.length > 0 && standing.state === "ready"
      ? { thread: standing.thread, open }
      : null;
  };
  /** A page that changes all the time is read seldom: messages that went since are not told as this thread's. */
  const tellNow = (thread: Thread) => {
    overlay.catchUp();
    const now = certain();
    if (now && sameThread(now.thread, thread)) tell(thread, now.open);
  };
  const follow = () => {
    const now = certain();
    if ((now?.open ?? null) === seen) return;
    seen = now?.open ?? null;
    delay.cancel();
    if (!now) return;
    const { thread, open } = now;
    // The beginning is seen late, of messages that were told: nothing else is about to change.
    const isTold = told.get(threadKey(thread)) === textOf({ ...open, beginning: false });
    delay.start(() => pageFrames.join(() => tellNow(thread)), isTold && open.beginning ? 0 : SETTLED_MS);
  };

  signal.addEventListener("abort", store.subscribe(follow), { once: true });
  follow();
}

features.add("look", { needs: ["messages"], start });
