import type { ComponentType } from "react";
import type { Part } from "#lib/inbox/reading.ts";
import type { Overlay } from "./overlay.ts";
import type { PanelId } from "./state.ts";

/** Where in the bar a feature stands. */
export const SLOTS = ["wait", "main", "source", "send", "status", "actions", "tools"] as const;
export type Slot = (typeof SLOTS)[number];

/** One thing that the overlay does. It may draw in the bar, in a panel above it or over the page, and may just work. */
export interface Feature {
  /** The file's name. */
  id: string;
  /** Parts of the page without which it turns itself off. */
  needs?: readonly Part[];
  bar?: { slot: Slot; View: ComponentType };
  panel?: { id: PanelId; title: string; View: ComponentType };
  layer?: ComponentType;
  /** Runs until the signal aborts. */
  start?: (overlay: Overlay, signal: AbortSignal) => void;
}

/** Starts each feature on its own: one that fails is named, and stops nobody else. */
export function startFeatures(features: readonly Feature[], overlay: Overlay, signal: AbortSignal): void {
  for (const { id, start } of features) {
    try {
      start?.(overlay, signal);
    } catch (error) {
      reportFault(overlay, id, error);
    }
  }
}

export function reportFault({ store }: Overlay, id: string, error: unknown): void {
  const { faults } = store.get();
  if (!(id in faults)) store.set({ faults: { ...faults, [id]: String(error) } });
}
