import type { EventOf, StoredEvent } from "#lib/domain/event.ts";
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

/** What was judged together: the event that names it, and all that one undo takes back. */
export interface Undoable {
  event:
    | Done<"no_answer_needed">
    | Done<"follow_up_set">
    | Done<"macro_inserted">
    | Done<"outcome_tagged">
    | Done<"handoff_offered">
    | Done<"handoff_accepted">
    | Done<"handoff_returned">;
  targets: string[];
}

/** The latest macro that did more than insert a text, with what it did right after, at one instant. */
function lastMacro({ judged }: Current): Undoable | null {
  const groups = judged.flatMap((event, index): Undoable[] => {
    if (event.kind !== "macro_inserted") return [];
    const together = judged
      .slice(index)
      .filter(({ kind, at, device }) => kind !== "withdrawn" && at === event.at && device === event.device);
    return [{ event, targets: together.map(({ id }) => id) }];
  });
  return groups.findLast(({ targets }) => targets.length > 1) ?? null;
}

/** A handoff, and what was tagged and ticked with it at one instant: one undo takes all back. */
const handedOffWith = ({ judged }: Current, event: StoredEvent): string[] =>
  ofKind(judged, "criteria_ticked", "outcome_tagged", "handoff_offered")
    .filter(({ at, device }) => at === event.at && device === event.device)
    .map(({ id }) => id);

/** What stands of the last handoff: the offer, or its answer. */
function handoffDone(current: Current): Undoable | null {
  const last = current.conversation?.handoffs.at(-1);
  const stands = last?.returned?.event ?? last?.held?.event ?? last?.event;
  const event = ofKind(current.judged, "handoff_offered", "handoff_accepted", "handoff_returned").find(
    ({ id }) => id === stands,
  );
  if (!event) return null;
  return { event, targets: event.kind === "handoff_offered" ? handedOffWith(current, event) : [event.id] };
}

/** The latest tag of a conversation before the one in progress, with its sale: a walk through the past made it. */
function earlierTag({ judged, conversation }: Current): Undoable | null {
  const start = conversation?.start.at ?? 0;
  const event = ofKind(judged, "outcome_tagged").findLast(
    ({ data: { about } }) => about !== undefined && about < start,
  );
  if (!event) return null;
  const sales = ofKind(judged, "sale_recorded").filter(({ data }) => data.tag === event.id);
  return { event, targets: [event, ...sales].map(({ id }) => id) };
}

/** Of what can be undone besides the tag, the latest, if it came after the tag that stands, or with it. */
export function lastDone(current: Current): Undoable | null {
  const order = (ids: readonly string[]) => current.judged.findLastIndex(({ id }) => ids.includes(id));
  const tag = current.conversation?.outcome?.event;
  const alone = [settledWithout(current), followUpOf(current)].flatMap((event) =>
    event ? [{ event, targets: [event.id] }] : [],
  );
  const together = [lastMacro(current), handoffDone(current), earlierTag(current)].flatMap(
    (done) => done ?? [],
  );
  // A macro before what it did: one undo takes all of it back.
  const [last] = [...together, ...alone].toSorted((a, b) => order(b.targets) - order(a.targets));
  return last && order(last.targets) >= order(tag === undefined ? [] : [tag]) ? last : null;
}
