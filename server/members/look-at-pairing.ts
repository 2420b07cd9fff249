import type { PairingOffer } from "#lib/contract.ts";
import type { Database } from "#server/database.ts";
import { listPages } from "#server/workspace/list-pages.ts";
import { readWorkspace } from "#server/workspace/read-workspace.ts";
import { findPairing, PairingRefused } from "./find-pairing.ts";

/** What a code would pair with; it stays usable. */
export async function lookAtPairing({
  db,
  code,
  now,
}: {
  db: Database;
  code: string;
  now: number;
}): Promise<PairingOffer> {
  const pairing = await db.transaction().execute((work) => findPairing(work, code, now));
  if (!pairing) throw new PairingRefused();
  const place = { db, workspace: pairing.workspace_id };
  const { id, name } = await readWorkspace(place);
  return {
    workspace: { id, name },
    member: { name: pairing.member_name, role: pairing.role },
    pages: await listPages(place),
  };
}
