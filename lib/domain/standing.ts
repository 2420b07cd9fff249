import type { StoredEvent } from "./event.ts";
import { ofKind } from "./kind.ts";
import { byStamp } from "./order.ts";

/** What was not withdrawn, in the order of judgement. Events that the server refused must not be passed in. */
export function standing(events: readonly StoredEvent[]): StoredEvent[] {
  const gone = new Set(ofKind(events, "withdrawn", "consent_withdrawn").map(({ data }) => data.target));
  return events.filter(({ id }) => !gone.has(id)).toSorted(byStamp);
}
