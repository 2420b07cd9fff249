import { type Mark, NO_MARK } from "#lib/domain/mark.ts";
import { threadKey } from "#lib/domain/thread.ts";
import { offeredInRow, type RowGround, rowGroundOf, type Running, runningRows } from "./running.ts";
import { share } from "./share.ts";
import type { OverlayState } from "./state.ts";

/** A row with something to show on it. */
export interface MarkedRow extends Pick<Mark, "outcome" | "reason"> {
  /** Its place in the list: where a list re-sorts, the marks that stand are drawn over and none is made anew. */
  key: string;
  element: HTMLElement;
  running: Running | null;
  offered: Running | null;
}

function markedIn(ground: RowGround, now: number): MarkedRow[] {
  const times = runningRows(ground, now);
  return (ground.reading?.rows ?? []).flatMap(({ element, thread }, index) => {
    const mark = thread ? ground.marks[threadKey(thread)] : undefined;
    const { outcome, reason } = mark ?? NO_MARK;
    const running = times.get(element) ?? null;
    const offered = offeredInRow(mark, thread?.channel ?? null);
    const key = `row ${index}`;
    return outcome || running || offered ? [{ key, element, outcome, reason, running, offered }] : [];
  });
}

/** Gives the same rows for the same state, and for a row that says what it said the same object. */
export function createMarkedRows(now: () => number): (state: OverlayState) => readonly MarkedRow[] {
  let ground: RowGround | null = null;
  let marked: readonly MarkedRow[] = [];
  return (state) => {
    const next = rowGroundOf(state, ground);
    if (next === ground) return marked;
    ground = next;
    marked = share(marked, markedIn(next, now()));
    return marked;
  };
}
