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

const NOTHING = () => null;

/**
 * A draft that is never thrown away: what a colleague saves meanwhile shows at once in a form that nobody has typed in,
 * and waits to be chosen in one that somebody has. What was saved of the draft itself takes its place.
 * @param meant how a draft would be written once it is saved; null where it cannot be read
 */
export function useDraft<Draft>(
  saved: Draft,
  meant: (draft: Draft) => Draft | null = NOTHING,
): Drafting<Draft> {
  const [held, hold] = useState({ draft: saved, base: saved });
  const { draft, base } = held;
  const isMoved = !isSame(saved, base);
  const isFollowed = isMoved && [draft, meant(draft)].some((one) => isSame(one, base) || isSame(one, saved));
  const fresh = { draft: saved, base: saved };
  if (isFollowed) hold(fresh);
  const shown = isFollowed ? saved : draft;
  return {
    draft: shown,
    setDraft: (next) => hold({ draft: next, base: isFollowed ? saved : base }),
    isChanged: !isSame(shown, saved),
    isOvertaken: isMoved && !isFollowed,
    takeTheirs: () => hold(fresh),
    keepMine: () => hold({ draft: shown, base: saved }),
  };
}
