import { sameThread, type Thread } from "#lib/domain/thread.ts";
import { useOverlayState } from "#lib/overlay/context.ts";
import type { Overlay } from "#lib/overlay/overlay.ts";
import { presenceWords } from "#lib/overlay/presence-words.ts";
import { standingOf } from "#lib/overlay/standing.ts";
import type { OverlayState } from "#lib/overlay/state.ts";
import { features } from "./registry.ts";

/** What is open is said again this often; the background forgets who fell silent. */
const AGAIN_MS = 10_000;
/** So long after the last key nobody types any more. */
const TYPING_MS = 6_000;

/** The open conversation; none where nobody else is there. */
function threadOf(state: OverlayState): Thread | null {
  const standing = standingOf(state);
  return standing.state === "ready" && state.settings?.team ? standing.thread : null;
}

/** Which colleague has this conversation open too, or writes an answer to it. */
function WhoElse() {
  const others = useOverlayState(({ others }) => others);
  const isTyping = useOverlayState(({ isTyping }) => isTyping);
  const thread = useOverlayState(threadOf);
  if (!others || !sameThread(others.thread, thread)) return null;
  const words = presenceWords(others.people, isTyping);
  if (!words) return null;
  return (
    <span className={`chip present ${words.tone}`} title={words.title}>
      <span className="cut">
        <bdi>{words.names}</bdi> {words.rest}
      </span>
    </span>
  );
}

/** What was not heard is said again soon. */
const nextTime = () => undefined;

/** Says which conversation can be seen here and whether somebody types, never what; nothing of a tab that is hidden. */
function start({ store, window, send }: Overlay, signal: AbortSignal): void {
  const { document } = window;
  let said: { thread: Thread | null; typing: boolean } = { thread: null, typing: false };
  let isLeaving = false;
  let timer = 0;

  const say = () => {
    const isSeen = !isLeaving && document.visibilityState === "visible";
    const thread = isSeen ? threadOf(store.get()) : null;
    if (thread === null && said.thread === null) return;
    said = { thread, typing: thread !== null && store.get().isTyping };
    send("presence", said).catch(nextTime);
  };
  const follow = () => {
    const thread = document.visibilityState === "visible" ? threadOf(store.get()) : null;
    const isOther = !sameThread(thread, said.thread);
    if (isOther) store.set({ isTyping: false });
    if (isOther || store.get().isTyping !== said.typing) say();
  };
  const typed = (event: Event) => {
    const composer = store.get().reading?.place.composer ?? null;
    if (!event.isTrusted || composer === null || !event.composedPath().includes(composer)) return;
    window.clearTimeout(timer);
    timer = window.setTimeout(() => store.set({ isTyping: false }), TYPING_MS);
    store.set({ isTyping: true });
  };

  window.addEventListener("input", typed, { capture: true, signal });
  document.addEventListener("visibilitychange", follow, { signal });
  window.addEventListener(
    "pagehide",
    () => {
      isLeaving = true;
      say();
    },
    { signal },
  );
  window.addEventListener("pageshow", () => (isLeaving = false), { signal });
  const again = window.setInterval(say, AGAIN_MS);
  signal.addEventListener(
    "abort",
    () => {
      window.clearInterval(again);
      window.clearTimeout(timer);
    },
    { once: true },
  );
  signal.addEventListener("abort", store.subscribe(follow), { once: true });
}

features.add("presence", { bar: { slot: "status", View: WhoElse }, start });
