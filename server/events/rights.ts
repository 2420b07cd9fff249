import type { Refusal } from "#lib/contract.ts";
import type { Event } from "#lib/domain/event.ts";
import type { MemberContext } from "#server/context.ts";
import { may, RIGHTS } from "#server/members/roles.ts";
import type { Logged } from "./stored-event.ts";

const NOT_YOURS: Refusal = { code: "not_yours", message: RIGHTS.changeOthers.sentence };

/** The event that this one undoes or corrects, where only its author or a manager may. */
export function changedTarget({ kind, data }: Event): string | null {
  if (kind === "withdrawn") return data.target;
  return kind === "sale_corrected" || kind === "sale_refunded" ? data.target : null;
}

/**
 * Why a member may not add an event; null when they may. A target that has not arrived yet is the sender's own: a
 * colleague's is known only from here.
 */
export function refusalOf(
  event: Event,
  targets: ReadonlyMap<string, Logged>,
  { member, role }: Pick<MemberContext, "member" | "role">,
): Refusal | null {
  const target = changedTarget(event);
  const author = target === null ? undefined : targets.get(target)?.member;
  const isOthers = author !== undefined && author !== member;
  return isOthers && !may(role, "changeOthers") ? NOT_YOURS : null;
}
