import type { Draft } from "#lib/domain/event.ts";
import { UNSENT } from "#lib/messages.ts";

/** The extension's own storage, which a script in a page reaches while the background is away. */
export interface KeptArea {
  set: (items: Record<string, unknown>) => Promise<void>;
  remove: (key: string) => Promise<void>;
}

/** What was judged here and may not have reached the background: it outlives the page, which may go at any moment. */
export interface Unsent {
  keep: (drafts: readonly Draft[]) => Promise<void>;
  /** The background has them, or has refused them. */
  drop: (drafts: readonly Draft[]) => Promise<void>;
}

/** Ids sort by time, so the first of what was judged together names it, and gives its place. */
const keyOf = (drafts: readonly Draft[]): string => `${UNSENT}${drafts[0]?.id ?? ""}`;

export const createUnsent = (area: KeptArea): Unsent => ({
  keep: async (drafts) => area.set({ [keyOf(drafts)]: drafts }),
  drop: async (drafts) => area.remove(keyOf(drafts)),
});
