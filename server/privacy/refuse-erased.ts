import { sql } from "kysely";
import type { Refusal } from "#lib/contract.ts";
import type { Context } from "#server/context.ts";
import { digestOf } from "./digest.ts";

export const ERASED: Refusal = {
  code: "erased",
  message: "This person asked to be forgotten: nothing is recorded of them any more.",
};

/** Those of some thread ids that were erased. The caller holds the log, so that none is erased meanwhile. */
export async function erasedAmong(
  place: Pick<Context, "db" | "workspace">,
  ids: readonly string[],
): Promise<Set<string>> {
  const { rows: workspaces } = await sql<{ key: Buffer; any: boolean }>`
    select erasure_key as key, exists (select from erasures where workspace_id = ${place.workspace}) as any
    from workspaces where workspace_id = ${place.workspace}`.execute(place.db);
  const [{ key, any } = { key: Buffer.alloc(0), any: false }] = workspaces;
  if (!any) return new Set();
  const byDigest = new Map(ids.map((id) => [digestOf(key, id), id]));
  const rows = await place.db
    .selectFrom("erasures")
    .select("digest")
    .where("workspace_id", "=", place.workspace)
    .where("digest", "in", [...byDigest.keys()])
    .execute();
  return new Set(rows.map(({ digest }) => byDigest.get(digest) ?? ""));
}
