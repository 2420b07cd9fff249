/** How often a macro was inserted, and when last (epoch ms). */
export interface MacroUse {
  /** By this device. */
  mine: number;
  /** By everybody, as far as this browser knows; this device's included. */
  all: number;
  lastAt: number;
}

/** One insertion that stands. */
export interface Insertion {
  macro: string;
  at: number;
  isOwn: boolean;
}

/** Uses by the id of the macro. */
export function usesOf(insertions: readonly Insertion[]): Record<string, MacroUse> {
  const uses = new Map<string, MacroUse>();
  for (const { macro, at, isOwn } of insertions) {
    const { mine, all, lastAt } = uses.get(macro) ?? { mine: 0, all: 0, lastAt: at };
    uses.set(macro, { mine: mine + Number(isOwn), all: all + 1, lastAt: Math.max(lastAt, at) });
  }
  return Object.fromEntries(uses);
}

/** What one uses oneself comes first, then what the team uses, then the order that they were given. */
export const byUse =
  (uses: Readonly<Record<string, MacroUse>>) =>
  (a: { id: string }, b: { id: string }): number =>
    (uses[b.id]?.mine ?? 0) - (uses[a.id]?.mine ?? 0) || (uses[b.id]?.all ?? 0) - (uses[a.id]?.all ?? 0);
