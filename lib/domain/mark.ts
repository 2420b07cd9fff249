import type { Conversation } from "./conversation.ts";
import { isOfferedTo, waitingOffer } from "./handoff.ts";
import type { Outcome } from "./outcome.ts";
import type { Wait } from "./wait.ts";

/** What the list of conversations shows of one. */
export interface Mark {
  outcome: Outcome | null;
  reason: string | null;
  /** The customer's last wait, running or over; null where none is known. */
  wait: Pick<Wait, "asks" | "startedAt" | "clockFrom" | "endedAt" | "estimated"> | null;
  /** When it was offered to this person, who has not accepted yet (epoch ms); null where nothing is. */
  offeredAt: number | null;
}

export const NO_MARK: Mark = { outcome: null, reason: null, wait: null, offeredAt: null };

/** @param team the member that this browser is; null where nobody else is there */
export function markOf({ outcome, waits, handoffs }: Conversation, team: { me: string | null } | null): Mark {
  const last = waits.at(-1);
  const offer = waitingOffer(handoffs);
  return {
    outcome: outcome?.outcome ?? null,
    reason: outcome?.reason ?? null,
    wait: last
      ? {
          asks: last.asks,
          startedAt: last.startedAt,
          clockFrom: last.clockFrom,
          endedAt: last.endedAt,
          estimated: last.estimated,
        }
      : null,
    offeredAt: offer && team && isOfferedTo(offer, team.me) ? offer.at : null,
  };
}
