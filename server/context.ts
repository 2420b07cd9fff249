import type { Role } from "#lib/contract.ts";
import type { Database } from "./database.ts";

/** What every verb works in: one workspace, on whose behalf, and what the clock says. */
export interface Context {
  db: Database;
  workspace: string;
  /** Null for the command line, which stands beside the database and acts as an administrator. */
  member: string | null;
  role: Role;
  /** Epoch ms at which the request came in. */
  now: number;
}

/** The member and device that the command line's events bear, having none. */
export const COMMAND_LINE = "00000000-0000-0000-0000-000000000000";

/** A request with a token: a member at a device. */
export interface MemberContext extends Context {
  member: string;
  device: string;
}
