import type { Probe, ProbeAnswer } from "./probe.ts";
import type { RawRow } from "./rows.ts";

/** A look asks about so many rows that it has not asked about before; the rest wait for the next. */
const ASKS = 8;

interface Known {
  name: string | null;
  lastAt: number | null;
  answer: ProbeAnswer | null;
}

export interface RowProbe {
  /** What one look may ask. `isDone` is false where rows are left for the next. */
  turn: (probe: Probe | null) => { ask: (row: RawRow) => ProbeAnswer | null; isDone: () => boolean };
}

/** Asks once about each row, and again when its name or time has changed: rows are recycled. */
export function createRowProbe(): RowProbe {
  const known = new WeakMap<Element, Known>();
  return {
    turn(probe) {
      let left = ASKS;
      let isDone = true;
      const ask = (row: RawRow): ProbeAnswer | null => {
        if (!probe) return null;
        const { element, name, lastAt } = row;
        const old = known.get(element);
        if (old && old.name === name && old.lastAt === lastAt) return old.answer;
        if (left === 0) {
          isDone = false;
          return null;
        }
        left -= 1;
        const answer = probe(element);
        known.set(element, { name, lastAt, answer });
        return answer;
      };
      return { ask, isDone: () => isDone };
    },
  };
}
