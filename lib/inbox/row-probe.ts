import type { Probe, ProbeAnswer } from "./probe.ts";
import type { RawRow } from "./rows.ts";

/** A look asks about so many rows that it has not asked about before; the rest wait for the next. */
const ASKS = 16;
const KEPT = 200;

export interface RowProbe {
  /** What one look may ask. `isDone` is false where rows are left for the next. */
  turn: (probe: Probe | null) => { ask: (row: RawRow) => ProbeAnswer | null; isDone: () => boolean };
}

/**
 * What tells a row from all others, wherever the page draws it: no two customers share a name and a time to the
 * second. Null where the page gives no such time.
 */
const tokenOf = ({ name, lastAt, precision, digest, href }: RawRow): string | null =>
  precision === "second" ? JSON.stringify([name, lastAt, digest, href]) : null;

/** Asks once about each row, and again when its name, time or text has changed: rows are recycled. */
export function createRowProbe(): RowProbe {
  const known = new Map<string, ProbeAnswer | null>();
  const asked = new WeakMap<Element, { row: RawRow; answer: ProbeAnswer | null }>();
  const answered = (row: RawRow, token: string | null): ProbeAnswer | null | undefined => {
    if (token !== null) return known.get(token);
    const old = asked.get(row.element);
    return old?.row.name === row.name && old.row.lastAt === row.lastAt ? old.answer : undefined;
  };
  return {
    turn(probe) {
      let left = ASKS;
      let isDone = true;
      const ask = (row: RawRow): ProbeAnswer | null => {
        if (!probe) return null;
        const token = tokenOf(row);
        const old = answered(row, token);
        if (old !== undefined) return old;
        if (left === 0) {
          isDone = false;
          return null;
        }
        left -= 1;
        const answer = probe(row.element);
        if (token === null) asked.set(row.element, { row, answer });
        else {
          if (known.size >= KEPT) known.clear();
          known.set(token, answer);
        }
        return answer;
      };
      return { ask, isDone: () => isDone };
    },
  };
}
