import type { Role } from "#lib/domain/people.ts";

/** The roles as people read them, in the order of what they may. */
export const ROLE_NAMES: Record<Role, string> = {
  rep: "Rep",
  support: "Support",
  manager: "Manager",
  admin: "Administrator",
};
