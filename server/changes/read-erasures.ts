import { sql } from "kysely";
import type { Changes } from "#lib/contract.ts";
import type { MemberContext } from "#server/context.ts";
import { erasureKey } from "#server/privacy/digest.ts";

/** Who was erased after a transaction, for devices to purge; and the transaction up to which that is told. */
export async function readErasures(
  ctx: MemberContext,
  after: string,
): Promise<{ erased: Changes["erased"]; xid: string }> {
  const { rows } = await sql<{ digest: string; xid: string }>`
    select digest, xid from erasures
    where workspace_id = ${ctx.workspace} and xid > ${after}::xid8
      and xid < pg_snapshot_xmin(pg_current_snapshot())
    order by xid`.execute(ctx.db);
  const last = rows.at(-1);
  if (!last) return { erased: null, xid: after };
  const key = (await erasureKey(ctx)).toString("hex");
  return { erased: { key, digests: rows.map(({ digest }) => digest) }, xid: last.xid };
}
