import { createContext, useCallback, useContext, useState, useSyncExternalStore } from "react";
import type { Current } from "./current.ts";
import type { Overlay } from "./overlay.ts";
import type { OverlayState } from "./state.ts";

export const OverlayContext = createContext<Overlay | null>(null);

export function useOverlay(): Overlay {
  const overlay = useContext(OverlayContext);
  if (!overlay) throw new Error("This view stands outside the overlay.");
  return overlay;
}

/** A part of the state. `select` must give the same object for the same state. */
export function useOverlayState<Part>(select: (state: OverlayState) => Part): Part {
  const { store } = useOverlay();
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}

/** The open thread with its conversations; the same object until something about it changes. */
export function useCurrent(): Current {
  const { store, current } = useOverlay();
  return useSyncExternalStore(store.subscribe, current);
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
  return useSyncExternalStore(clock.subscribe, read);
}
