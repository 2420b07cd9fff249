import { sentenceOf } from "#lib/errors.ts";
import { type Thread, threadKey } from "#lib/domain/thread.ts";
import type { Messages } from "#lib/messages.ts";
import type { Overlay } from "./overlay.ts";
import { Orphaned } from "./send.ts";

/** What the background tells the page; hears until the signal aborts. */
export type ListenToChanges = (
  listener: (change: Parameters<Messages["changed"]>[0]) => void,
  signal: AbortSignal,
) => void;

/** Keeps the log of the open thread, and the settings, as the background knows them. */
export function startThreads(overlay: Overlay, listen: ListenToChanges, signal: AbortSignal): void {
  const { store, send, say, expectLog } = overlay;
  let opened: string | null = null;
  let asset: string | null = null;

  const failed = (error: unknown) => {
    if (error instanceof Orphaned) store.set({ isOrphan: true });
    else say(`This conversation could not be read: ${sentenceOf(error)}`, "bad");
  };
  const load = (thread: Thread) => {
    const learn = expectLog();
    send("openThread", { thread }).then(learn).catch(failed);
  };
  const loadSettings = () => {
    const wanted = asset;
    send("overlaySettings", wanted === null ? undefined : { asset: wanted })
      .then((settings) => asset === wanted && store.set({ settings }))
      .catch(failed);
  };
  const follow = () => {
    const { thread } = overlay.current();
    if (thread && thread.asset !== asset) {
      asset = thread.asset;
      loadSettings();
    }
    const key = thread && threadKey(thread);
    if (key === opened) return;
    opened = key;
    if (thread) load(thread);
  };

  signal.addEventListener("abort", store.subscribe(follow), { once: true });
  listen(({ threads, settings }) => {
    if (settings) loadSettings();
    const { logs, changes } = store.get();
    store.set({ changes: changes + 1 });
    const gone = new Set(threads.filter((key) => key !== opened));
    if (Object.keys(logs).some((key) => gone.has(key)))
      store.set({ logs: Object.fromEntries(Object.entries(logs).filter(([key]) => !gone.has(key))) });
    const { thread } = overlay.current();
    if (thread && opened !== null && threads.includes(opened)) load(thread);
  }, signal);
  loadSettings();
  follow();
}
