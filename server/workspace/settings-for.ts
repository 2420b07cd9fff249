import type { Role } from "#lib/contract.ts";
import type { Settings } from "#lib/domain/settings.ts";
import { may } from "#server/members/roles.ts";

/** The settings as a role may see them: what people were paid, and what a message may cost, are costs. */
export const settingsFor = (role: Role, settings: Settings): Settings =>
  may(role, "seeMoney")
    ? settings
    : { ...settings, costLines: [], goals: { ...settings.goals, costPerMessageMinor: null } };
