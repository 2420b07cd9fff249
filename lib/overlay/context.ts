import { createContext, useCallback, useContext, useLayoutEffect, useReducer, useState } from "react";
import type { Current } from "./current.ts";
import type { Overlay } from "./overlay.ts";
import { share } from "./share.ts";
import type { OverlayState } from "./state.ts";

const SECOND_MS = 1_000;

export const OverlayContext = createContext<Overlay | null>(null);

export function useOverlay(): Overlay {
  const overlay = useContext(OverlayContext);
  if (!overlay) throw new Error("This view stands outside the overlay.");
  return overlay;
}

/** Reads for one view, and tells whether it would read another object by now. */
function createReader<Part>() {
  let latest: { read: () => Part; part: Part } | null = null;
  return {
    take: (read: () => Part): Part => (latest = { read, part: read() }).part,
    isOld: () => latest !== null && !Object.is(latest.read(), latest.part),
  };
}

/** useSyncExternalStore in a third of its time: twenty views ask it at each change of the page. */
function useRead<Part>(subscribe: (listener: () => void) => () => void, read: () => Part): Part {
  const [, wake] = useReducer((turn: number) => turn + 1, 0);
  const [reader] = useState(createReader<Part>);
  useLayoutEffect(() => {
    const check = () => {
      if (reader.isOld()) wake();
    };
    check();
    return subscribe(check);
  }, [subscribe, reader]);
  return reader.take(read);
}

/** A part of the state. `select` must give the same object for the same state. */
export function useOverlayState<Part>(select: (state: OverlayState) => Part): Part {
  const { store } = useOverlay();
  return useRead(store.subscribe, () => select(store.get()));
}

function createKeeper<Shown>() {
  let last: Shown | null = null;
  return (next: Shown): Shown => (last = share(last, next));
}

/** What a view shows, read from the state: the view wakes when that differs, however often the rest changes. */
export function useShown<Shown>(read: (state: OverlayState) => Shown): Shown {
  const { store } = useOverlay();
  const [keep] = useState(createKeeper<Shown>);
  return useRead(store.subscribe, () => keep(read(store.get())));
}

/** The same, read from the clock in whole seconds too. */
export function useShownNow<Shown>(read: (state: OverlayState, now: number) => Shown): Shown {
  const { store, clock } = useOverlay();
  const [keep] = useState(createKeeper<Shown>);
  const subscribe = useCallback(
    (listener: () => void) => {
      const ends = [store.subscribe(listener), clock.subscribe(listener)];
      return () => {
        for (const end of ends) end();
      };
    },
    [store, clock],
  );
  return useRead(subscribe, () => {
    const now = Math.floor(clock.now() / SECOND_MS) * SECOND_MS;
    return keep(read(store.get(), now));
  });
}

/** The open thread with its conversations; the same object until something about it changes. */
export function useCurrent(): Current {
  const { store, current } = useOverlay();
  return useRead(store.subscribe, current);
}

/** A part of that; a view wakes when this part says something else. */
export function useOfCurrent<Part>(select: (current: Current) => Part): Part {
  const { store, current } = useOverlay();
  const [keep] = useState(createKeeper<Part>);
  return useRead(store.subscribe, () => keep(select(current())));
}

/** The same for what stands open: while the page shows nothing for sure, the conversation it was opened for. */
export function useHeldCurrent(): Current {
  const current = useCurrent();
  const [held, hold] = useState(current);
  if (current.thread && current !== held) hold(current);
  return current.thread ? current : held;
}

/** Epoch ms in steps of `stepMs`: a view wakes once a step, not once a tick. */
export function useNow(stepMs: number): number {
  const { clock } = useOverlay();
  const read = useCallback(() => Math.floor(clock.now() / stepMs) * stepMs, [clock, stepMs]);
  return useRead(clock.subscribe, read);
}
