import { useState } from "react";

/** What a form holds while somebody types, over what is saved. */
export interface Drafting<Draft> {
  draft: Draft;
  setDraft: (draft: Draft) => void;
  isChanged: boolean;
  /** Something else was saved since the typing began: one of the two is to be chosen before it is saved. */
  isOvertaken: boolean;
  takeTheirs: () => void;
  keepMine: () => void;
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * A draft that is never thrown away: what a colleague saves meanwhile shows at once in a form that nobody has typed in,
 * and waits to be chosen in one that somebody has.
 */
export function useDraft<Draft>(saved: Draft): Drafting<Draft> {
  const [{ draft, base }, set] = useState({ draft: saved, base: saved });
  const isMoved = !isSame(saved, base);
  const isFollowed = isMoved && (isSame(draft, base) || isSame(draft, saved));
  const shown = isFollowed ? saved : draft;
  const from = isFollowed ? saved : base;
  return {
    draft: shown,
    setDraft: (next) => set({ draft: next, base: from }),
    isChanged: !isSame(shown, saved),
    isOvertaken: isMoved && !isFollowed,
    takeTheirs: () => set({ draft: saved, base: saved }),
    keepMine: () => set({ draft: shown, base: saved }),
  };
}
