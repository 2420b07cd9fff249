import type { StoredEvent } from "./event.ts";
import type { Method, Source } from "./event-data.ts";
import { ofKind } from "./kind.ts";

/** One thing that says where the conversation came from, and how it was learned. */
export interface Touch {
  event: string;
  at: number;
  source: Source;
  method: Method;
}

/** Which touch counts: reports print the rule. */
export type TouchRule = "first" | "last";

/** All touches of a conversation, by time then by judgement. */
export const touchesOf = (events: readonly StoredEvent[]): Touch[] =>
  ofKind(events, "source_attributed")
    .map(({ id, at, data }) => ({
      event: id,
      at: data.about ?? at,
      source: data.source,
      method: data.method,
    }))
    .toSorted((a, b) => a.at - b.at);

/** The touch that counts. A rep's choice is a correction: it stands above what was detected. */
export function countedTouch(touches: readonly Touch[], rule: TouchRule = "first"): Touch | null {
  const chosen = touches.findLast(({ method }) => method === "chosen");
  return chosen ?? (rule === "first" ? touches[0] : touches.at(-1)) ?? null;
}
