import { NO_POLICY, Policy } from "#lib/domain/policy.ts";
import type { Role } from "#lib/domain/people.ts";
import type { PairingRow } from "./database.ts";

/** Who this browser is in its team, and what the team's administrators decided for everybody. */
export interface Membership {
  member: string;
  role: Role;
  workspace: string;
  server: string;
  policy: Policy;
}

/** A pairing that was kept before policies were told has none until it hears of the server again. */
export const membershipOf = ({ member, workspace, server }: PairingRow): Membership => ({
  member: member.id,
  role: member.role,
  workspace: workspace.name,
  server,
  policy: Policy.safeParse(workspace.policy).data ?? NO_POLICY,
});
