import type { LinkState } from "#lib/messages.ts";

/**
 * Whoever did something may take it back or correct it; what a colleague did only who answers for the team
 * (definitions, Roles). The server refuses it otherwise.
 * @param by the colleague, undefined for this person
 */
export function mayChange(by: string | undefined, link: LinkState | undefined): boolean {
  const role = link && link.state !== "alone" ? link.role : null;
  return by === undefined || role === "manager" || role === "admin";
}
