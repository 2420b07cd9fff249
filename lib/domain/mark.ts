import type { Conversation } from "./conversation.ts";
import type { Outcome } from "./outcome.ts";
import type { Wait } from "./wait.ts";

/** What the list of conversations shows of one. */
export interface Mark {
  outcome: Outcome | null;
  reason: string | null;
  /** The customer's last wait, running or over; null where none is known. */
  wait: Pick<Wait, "asks" | "startedAt" | "clockFrom" | "endedAt" | "estimated"> | null;
}

export const NO_MARK: Mark = { outcome: null, reason: null, wait: null };

export function markOf({ outcome, waits }: Conversation): Mark {
  const last = waits.at(-1);
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
  };
}
