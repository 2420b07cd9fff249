import type { StoredEvent } from "./event.ts";
import { ofKind } from "./kind.ts";
import type { Outcome } from "./outcome.ts";

/** One judgement of what the conversation became. `by` is the member the server named, undefined on this device. */
export interface Tag {
  event: string;
  outcome: Outcome;
  reason: string | null;
  at: number;
  by: string | undefined;
  device: string;
  withdrawn: boolean;
}

/** All tags in the order of judgement; `events` are in that order already. */
export const tagsOf = (events: readonly StoredEvent[], gone: ReadonlySet<string>): Tag[] =>
  ofKind(events, "outcome_tagged").map(({ id, at, device, member, data }) => ({
    event: id,
    outcome: data.outcome,
    reason: data.reason ?? null,
    at,
    by: member,
    device,
    withdrawn: gone.has(id),
  }));
