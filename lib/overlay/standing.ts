import type { Thread } from "#lib/domain/thread.ts";
import { threadKey } from "#lib/domain/thread.ts";
import type { Identity, Unsure } from "#lib/inbox/reading.ts";
import type { OverlayState } from "./state.ts";

/** Whether a judgement made now has a conversation to belong to. Only `ready` does. */
export type Standing =
  | { state: "ready"; thread: Thread }
  | { state: "closed" | "asking" | "orphan" }
  | { state: "unsure"; identity: Identity; why: Unsure }
  | { state: "unknown_page" | "not_counted"; thread: Thread };

/** Why a pressed key does nothing. It is said, and the key is not kept for later. */
export function refusalOf(standing: Standing): string {
  switch (standing.state) {
    case "ready":
      return "";
    case "closed":
      return "Nothing tagged: no conversation is open.";
    case "unsure":
      return "Nothing tagged: it is not certain which conversation is open.";
    case "asking":
      return "Nothing tagged: this conversation is still loading. Press the key again.";
    case "unknown_page":
      return "Nothing tagged: nobody has said yet whether this Page is counted.";
    case "not_counted":
      return "Nothing tagged: this Page is not counted.";
    case "orphan":
      return "Nothing tagged: Rung was updated. Reload the page to go on.";
  }
}

/** A Page that was counted a moment ago still is, while the log of another of its threads loads. */
const pageOf = ({ logs }: OverlayState, thread: Thread) =>
  (logs[threadKey(thread)] ?? Object.values(logs).findLast((log) => log.thread.asset === thread.asset))?.page;

export function standingOf(state: OverlayState): Standing {
  const identity = state.reading?.open?.identity;
  if (state.isOrphan) return { state: "orphan" };
  if (!identity) return { state: "closed" };
  const { thread, certain, unsure, settling } = identity;
  if (!certain && settling) return { state: "asking" };
  if (!certain || thread === null) return { state: "unsure", identity, why: unsure ?? "no_id" };
  switch (pageOf(state, thread)) {
    case "counted":
      return { state: "ready", thread };
    case "unknown":
      return { state: "unknown_page", thread };
    case "not_counted":
      return { state: "not_counted", thread };
    case undefined:
      return { state: "asking" };
  }
}
