import type { EventOf } from "#lib/domain/event.ts";
import type { EventKind } from "#lib/domain/event-data.ts";
import { ofKind } from "#lib/domain/kind.ts";
import type { Current } from "./current.ts";

/** An event with who made it: the member that the server named, undefined on this device. */
export type Done<Kind extends EventKind> = EventOf<Kind> & { member?: string };

/** What ended the last wait without an answer; null where something else did, or it runs. */
export function settledWithout({ judged, conversation }: Current): Done<"no_answer_needed"> | null {
  const isSettled = conversation?.waits.at(-1)?.end === "no_answer_needed";
  return isSettled ? (ofKind(judged, "no_answer_needed").at(-1) ?? null) : null;
}

/** When the conversation is to come back; null where nobody said so. */
export function followUpOf({ judged, conversation }: Current): Done<"follow_up_set"> | null {
  const due = conversation?.followUpAt ?? null;
  return due !== null ? (ofKind(judged, "follow_up_set").at(-1) ?? null) : null;
}

/** Of what can be undone besides the tag, the latest, if it came after the tag that stands. */
export function lastDone(current: Current): Done<"no_answer_needed"> | Done<"follow_up_set"> | null {
  const tag = current.conversation?.outcome?.event;
  const order = (id: string | undefined) => current.judged.findIndex((event) => event.id === id);
  const [last] = [settledWithout(current), followUpOf(current)]
    .filter((event) => event !== null)
    .toSorted((a, b) => order(b.id) - order(a.id));
  return last && order(last.id) > order(tag) ? last : null;
}
