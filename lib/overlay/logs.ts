import { threadKey } from "#lib/domain/thread.ts";
import type { ThreadLog } from "#lib/messages.ts";
import type { OverlayState } from "./state.ts";
import type { Store } from "./store.ts";

/** How many threads' logs the page keeps at hand. */
const KEPT = 100;

const withLog = (logs: OverlayState["logs"], log: ThreadLog): OverlayState["logs"] => {
  const key = threadKey(log.thread);
  const others = Object.entries(logs).filter(([other]) => other !== key);
  return Object.fromEntries([...others.slice(1 - KEPT), [key, log]]);
};

/**
 * Called when a question is asked; what it gives takes the answer. An answer to an earlier question that comes late
 * does not take the place of a newer log of the same thread.
 */
export type ExpectLog = () => (log: ThreadLog) => void;

export function createLogs(store: Store<OverlayState>): ExpectLog {
  let asked = 0;
  const latest = new Map<string, number>();
  return () => {
    const turn = ++asked;
    return (log) => {
      const key = threadKey(log.thread);
      if ((latest.get(key) ?? 0) > turn) return;
      latest.set(key, turn);
      store.set({ logs: withLog(store.get().logs, log) });
    };
  };
}
