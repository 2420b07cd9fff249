import type { Asked, Due } from "#lib/domain/response-due.ts";
import type { PageFrames } from "#lib/inbox/page-frames.ts";
import { createPace } from "./pace.ts";
import { Orphaned, type Send } from "./send.ts";
import type { OverlayState } from "./state.ts";
import type { Store } from "./store.ts";

/** One text for one question about a Page. */
export const dueKey = (asset: string | null, { metric, channel, startedAt, from, pauses }: Asked): string =>
  [asset, metric, channel, startedAt, from, ...pauses.flatMap((pause) => [pause.from, pause.to])].join();

/**
 * Asks when things are due, unless it is known; answers come into `dues` of the state. Those of the open conversation
 * are urgent; rows of the list can wait a second.
 */
export type WantDues = (asset: string | null, asked: readonly Asked[], isUrgent: boolean) => void;

/** Questions of one moment go together, this many ms later. */
const GATHER_MS = 30;
/** A list that changes all the time asks once in so many ms. */
const APART_MS = 2_500;
/** More answers than this are forgotten and asked for again. */
const KEPT = 3_000;

interface DuesDeps {
  store: Store<OverlayState>;
  send: Send;
  window: Window;
  signal: AbortSignal;
  frames: PageFrames;
}

/** Keeps the answers; those under older settings stand until the newer ones have come. */
export function createDues({ store, send, window, signal, frames }: DuesDeps): WantDues {
  let known = new Set<string>();
  let { settings } = store.get();
  const waiting = new Map<string | null, Map<string, Asked>>();

  const keep = (keys: readonly string[], dues: readonly Due[]) => {
    const before = store.get().dues;
    const fresh = Object.fromEntries(keys.flatMap((key, index) => [[key, dues[index]]]));
    store.set({ dues: { ...(Object.keys(before).length > KEPT ? {} : before), ...fresh } as typeof before });
  };
  const ask = () => {
    for (const [asset, questions] of waiting) {
      const keys = [...questions.keys()];
      const asking = known;
      send("dues", { asset, asked: [...questions.values()] })
        .then((dues) => frames.join(() => known === asking && keep(keys, dues)))
        .catch((error: unknown) => {
          for (const key of keys) asking.delete(key);
          if (error instanceof Orphaned) store.set({ isOrphan: true });
        });
    }
    waiting.clear();
  };
  const pace = createPace({ window, signal, work: ask, gather: GATHER_MS, apart: APART_MS });
  const follow = () => {
    if (store.get().settings === settings) return;
    ({ settings } = store.get());
    known = new Set();
  };
  signal.addEventListener("abort", store.subscribe(follow), { once: true });

  return (asset, asked, isUrgent) => {
    if (known.size > KEPT) known = new Set();
    for (const one of asked) {
      const key = dueKey(asset, one);
      // What a row asked for, and still waits, may be what the open conversation wants now.
      if (known.has(key) && isUrgent && waiting.get(asset)?.has(key) === true) pace.ask(true);
      if (known.has(key)) continue;
      known.add(key);
      pace.ask(isUrgent);
      waiting.set(asset, (waiting.get(asset) ?? new Map<string, Asked>()).set(key, one));
    }
  };
}
