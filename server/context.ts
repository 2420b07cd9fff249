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

/** A request with a token: a member at a device. */
export interface MemberContext extends Context {
  member: string;
  device: string;
}
