import type { Policy } from "#lib/domain/policy.ts";

/** What every member is told of what is seen of them. */
export function figuresWords({ figuresPerPerson }: Policy): string {
  if (figuresPerPerson === true) return "Managers see figures of each person.";
  return figuresPerPerson === false
    ? "Managers see figures of the team alone, not of each person."
    : "Managers see figures of the team alone until an administrator says otherwise.";
}
