import type { Names } from "./named-list.ts";
import { type HandoffKind, type Outcome, OUTCOMES } from "./outcome.ts";

/**
 * The outcome that a team's checklist speaks for: all points are *qualified*, some *partially qualified*, none nothing.
 * Null too where the conversation is that far already: a checklist never speaks against a person's judgement upwards.
 */
export function suggestedOutcome(ticked: number, points: number, tagged: Outcome | null): Outcome | null {
  if (points === 0 || ticked === 0) return null;
  const outcome = ticked >= points ? "qualified" : "partially_qualified";
  const isBelow = tagged === null || OUTCOMES.indexOf(tagged) < OUTCOMES.indexOf(outcome);
  return isBelow ? outcome : null;
}

/** A point's words: as the team calls it today. */
export const pointName = (point: string, { names }: { names?: Names | undefined }): string =>
  names?.[point] ?? point;

interface NeededPoints {
  criteria: readonly string[];
  needed?: Partial<Record<HandoffKind, readonly string[]>> | undefined;
}

/** What a team wants to be known before a conversation is handed off so, in the order of its list. */
export const neededFor = ({ criteria, needed }: NeededPoints, to: HandoffKind): string[] =>
  criteria.filter((point) => needed?.[to]?.includes(point));

/** The points with one ticked that was not, or not any more, in the order of the list. */
export const toggled = (points: readonly string[], ticked: readonly string[], point: string): string[] =>
  points.filter((one) => (one === point ? !ticked.includes(point) : ticked.includes(one)));
