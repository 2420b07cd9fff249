import type { StoredEvent } from "./event.ts";
import { ofKind } from "./kind.ts";
import type { HandoffKind } from "./outcome.ts";

/** Why a handoff comes back; a colleague may say another reason in words. */
export const RETURN_REASONS = [
  "Not qualified",
  "Not ready yet",
  "Details are missing",
  "Not for me",
  "No time now",
] as const;

/** An offer to sales, booking, quote or checkout, and what became of it. Withdrawn offers are left out. */
export interface Handoff {
  event: string;
  to: HandoffKind;
  /** The member it is meant for; null is anybody. */
  whom: string | null;
  at: number;
  by: string | undefined;
  /** When it was first accepted. */
  acceptedAt: number | null;
  /** The acceptance that holds, and whose it is; null while nobody has it. */
  held: { event: string; by: string | undefined } | null;
  returnedAt: number | null;
  /** The return that holds, and whose it is; null while it was not returned. */
  returned: { event: string; by: string | undefined } | null;
  returnReason: string | null;
}

type Answer = Extract<StoredEvent, { kind: "handoff_accepted" | "handoff_returned" }>;

/** Of the answers to one offer: who has it, and who gave it back. Of two who accept, the first has it. */
function standOf(answers: readonly Answer[]) {
  let held: Answer | null = null;
  let returned: Extract<Answer, { kind: "handoff_returned" }> | null = null;
  for (const answer of answers) {
    if (answer.kind === "handoff_returned") [held, returned] = [null, answer];
    else [held, returned] = [held ?? answer, null];
  }
  return { held, returned };
}

const signed = (answer: Answer | null) => answer && { event: answer.id, by: answer.member };

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
      const { held, returned } = standOf(mine);
      return {
        event: id,
        to: data.to,
        whom: data.whom ?? null,
        at,
        by: member,
        acceptedAt: mine.find(({ kind }) => kind === "handoff_accepted")?.at ?? null,
        held: signed(held),
        returnedAt: returned?.at ?? null,
        returned: signed(returned),
        returnReason: returned?.data.reason ?? null,
      };
    });
}

/** The offer that stands: the last that was not returned. */
export const standingOffer = (handoffs: readonly Handoff[]): Handoff | null =>
  handoffs.findLast(({ returnedAt }) => returnedAt === null) ?? null;

/** An offer that somebody has yet to accept; null where none waits. */
export function waitingOffer(handoffs: readonly Handoff[]): Handoff | null {
  const offer = standingOffer(handoffs);
  return offer && offer.held === null ? offer : null;
}

/** Whether something is by this person: their own is unsigned on this device until the server has named them. */
export const isBy = (by: string | undefined, me: string | null): boolean => by === undefined || by === me;

/** Whether an offer is this person's to accept: a colleague's, to them or to anybody. */
export const isOfferedTo = ({ by, whom }: Handoff, me: string | null): boolean =>
  !isBy(by, me) && (whom === null || whom === me);
