import type { Refusal } from "#lib/contract.ts";
import type { Event } from "#lib/domain/event.ts";
import type { MemberContext } from "#server/context.ts";
import { may, RIGHTS } from "#server/members/roles.ts";
import type { Logged } from "./stored-event.ts";

const NOT_YOURS: Refusal = { code: "not_yours", message: RIGHTS.changeOthers.sentence };

const NO_COLLEAGUE: Refusal = {
  code: "unknown_member",
  message: "Whom this was handed to is not in this workspace: hand it to a colleague, or to anybody.",
  fields: { "data.whom": "must be a member of this workspace" },
};

/** The colleague that a handoff names. */
export const namedColleague = ({ kind, data }: Event): string | null =>
  kind === "handoff_offered" ? (data.whom ?? null) : null;

/** The event that this one undoes or corrects, where only its author or a manager may. */
export function changedTarget({ kind, data }: Event): string | null {
  if (kind === "withdrawn") return data.target;
  return kind === "sale_corrected" || kind === "sale_refunded" ? data.target : null;
}

/**
 * Why a member may not add an event; null when they may. A target that has not arrived yet is the sender's own: a
 * colleague's is known only from here.
 * @param colleagues of those that events name, who is or was in the workspace
 */
export function refusalOf(
  event: Event,
  targets: ReadonlyMap<string, Logged>,
  colleagues: ReadonlySet<string>,
  { member, role }: Pick<MemberContext, "member" | "role">,
): Refusal | null {
  const named = namedColleague(event);
  if (named !== null && !colleagues.has(named)) return NO_COLLEAGUE;
  const target = changedTarget(event);
  const author = target === null ? undefined : targets.get(target)?.member;
  const isOthers = author !== undefined && author !== member;
  return isOthers && !may(role, "changeOthers") ? NOT_YOURS : null;
}
