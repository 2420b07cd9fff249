import type { StoredEvent } from "./event.ts";
import { ofKind } from "./kind.ts";
import { byStamp } from "./order.ts";

/** What a customer allowed: `until` (epoch ms) null has no end. */
export type OptIn =
  | { state: "given"; until: number | null }
  | { state: "withdrawn" }
  | { state: "none" }
  | { state: "unknown" };

/**
 * A person's consent from all events of their thread, in any order. The latest that was given counts; a later
 * withdrawal ends it at once, whichever consent it names. An undone record was never made.
 */
export function consentOf(events: readonly StoredEvent[], what: "marketing" | "notifications"): OptIn {
  const undone = new Set(ofKind(events, "withdrawn").map(({ data }) => data.target));
  const recorded = ofKind(events, "consent_given").filter(({ data }) => data.what === what);
  const names = new Set(recorded.map(({ id }) => id));
  const given = recorded
    .filter(({ id }) => !undone.has(id))
    .toSorted(byStamp)
    .at(-1);
  const stopped = ofKind(events, "consent_withdrawn")
    .filter(({ id, data }) => names.has(data.target) && !undone.has(id))
    .toSorted(byStamp)
    .at(-1);
  if (stopped && (!given || byStamp(stopped, given) > 0)) return { state: "withdrawn" };
  return given ? { state: "given", until: given.data.until ?? null } : { state: "none" };
}
