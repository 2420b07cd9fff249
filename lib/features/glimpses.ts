import { type Glimpse, threadKey } from "#lib/domain/thread.ts";
import { createPace } from "#lib/overlay/pace.ts";
import type { Overlay } from "#lib/overlay/overlay.ts";
import type { OverlayState } from "#lib/overlay/state.ts";
import { features } from "./registry.ts";

/** Rows that pass by together are told together; a list that changes all the time tells once in so many ms. */
const PACE = { gather: 500, apart: 5_000 };
/** As many as one message may hold. */
const MOST = 200;

/** The rows whose thread is certain, with the name and the time that they show. */
const glimpsesIn = ({ reading }: OverlayState): Glimpse[] =>
  (reading?.rows ?? []).flatMap(({ thread, name, lastAt }) =>
    thread && name !== null && lastAt !== null ? [{ thread, name, lastAt }] : [],
  );

/**
 * Tells the background whose rows pass by as the rep scrolls Meta's list, so that a walk through the past knows them.
 * Never more than the row itself shows, and no text.
 */
function start({ store, send, window }: Overlay, signal: AbortSignal): void {
  const told = new Set<string>();
  let { rows, settings } = { rows: store.get().reading?.rows, settings: store.get().settings };

  const tell = () => {
    const fresh = glimpsesIn(store.get()).filter(({ thread }) => !told.has(threadKey(thread)));
    for (const [asset, ofPage] of Map.groupBy(fresh.slice(0, MOST), ({ thread }) => thread.asset)) {
      for (const { thread } of ofPage) told.add(threadKey(thread));
      const forget = () => {
        for (const { thread } of ofPage) told.delete(threadKey(thread));
      };
      // What is not kept now, as nobody has said that the Page counts, is told when the settings change.
      send("glimpse", { asset, rows: ofPage }).catch(forget);
    }
    if (fresh.length > MOST) pace.ask();
  };
  const pace = createPace({ window, signal, work: tell, ...PACE });
  const follow = () => {
    const state = store.get();
    if (state.settings !== settings) told.clear();
    else if (state.reading?.rows === rows) return;
    ({ settings } = state);
    rows = state.reading?.rows;
    pace.ask();
  };
  signal.addEventListener("abort", store.subscribe(follow), { once: true });
  pace.ask();
}

features.add("glimpses", { needs: ["rows"], start });
