import { type Acquaintance, threadKey } from "#lib/domain/thread.ts";
import type { Overlay } from "./overlay.ts";

/** More than a person opens before they say whether a Page counts. */
const MOST = 500;

/** What is not kept now is told again when it is seen again. */
const notNow = () => undefined;

/**
 * Tells the background under which names conversations were certain. What it does not keep, as nobody has said yet that
 * the Page counts, waits in this page alone, and is told again when the settings change.
 */
export function startNames({ store, send }: Overlay, signal: AbortSignal): (one: Acquaintance) => void {
  const waiting = new Map<string, Acquaintance>();
  let { settings } = store.get();

  const tell = (one: Acquaintance) => {
    const key = threadKey(one.thread);
    send("learn", one)
      .then((isKept) => (isKept ? waiting.delete(key) : waiting.size < MOST && waiting.set(key, one)))
      .catch(notNow);
  };
  const follow = () => {
    if (store.get().settings === settings) return;
    ({ settings } = store.get());
    for (const one of waiting.values()) tell(one);
  };
  signal.addEventListener("abort", store.subscribe(follow), { once: true });
  return tell;
}
