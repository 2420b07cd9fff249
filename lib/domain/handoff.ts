import type { StoredEvent } from "./event.ts";
import { ofKind } from "./kind.ts";
import type { HandoffKind } from "./outcome.ts";

/** An offer to sales, booking, quote or checkout, and what became of it. Withdrawn offers are left out. */
export interface Handoff {
  event: string;
  to: HandoffKind;
  at: number;
  by: string | undefined;
  acceptedAt: number | null;
  acceptedBy: string | undefined;
  returnedAt: number | null;
  returnReason: string | null;
}

/**
 * The offers that stand, in the order of judgement. An acceptance keeps its time, whatever came of it; a return counts
 * as long as nobody accepted after it.
 */
export function handoffsOf(events: readonly StoredEvent[], gone: ReadonlySet<string>): Handoff[] {
  const answers = ofKind(events, "handoff_accepted", "handoff_returned").filter(({ id }) => !gone.has(id));
  return ofKind(events, "handoff_offered")
    .filter(({ id }) => !gone.has(id))
    .map(({ id, at, member, data }) => {
      const mine = answers.filter((answer) => answer.data.target === id);
      const accepted = mine.find(({ kind }) => kind === "handoff_accepted");
      const last = mine.at(-1);
      const returned = last?.kind === "handoff_returned" ? last : null;
      return {
        event: id,
        to: data.to,
        at,
        by: member,
        acceptedAt: accepted?.at ?? null,
        acceptedBy: accepted?.member,
        returnedAt: returned?.at ?? null,
        returnReason: returned?.data.reason ?? null,
      };
    });
}
