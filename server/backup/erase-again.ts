import { sql } from "kysely";
import type { Context } from "#server/context.ts";
import type { Database } from "#server/database.ts";
import { digestOf, erasureKey } from "#server/privacy/digest.ts";
import { forget } from "#server/privacy/erase-person.ts";

/** Who was erased, by workspace, as far as the database knew that is about to be replaced. */
export interface ErasureHeld {
  workspace_id: string;
  digest: string;
  at: number;
}

export const erasuresHeld = (db: Database): Promise<ErasureHeld[]> =>
  db.selectFrom("erasures").select(["workspace_id", "digest", "at"]).execute();

/**
 * Applies to a restored backup the erasures that came after it was made.
 * @returns how many those are
 */
export async function eraseAgain(ctx: Context, held: readonly ErasureHeld[]): Promise<number> {
  const { rows: known } = await sql<{ id: string }>`select workspace_id as id from workspaces`.execute(
    ctx.db,
  );
  let count = 0;
  for (const { id: workspace } of known) {
    const missing = await missingIn(
      ctx.db,
      held.filter(({ workspace_id }) => workspace_id === workspace),
    );
    if (missing.length === 0) continue;
    count += missing.length;
    await ctx.db.insertInto("erasures").values(missing).execute();
    const inside = { ...ctx, workspace };
    const key = await erasureKey(inside);
    const wanted = new Set(missing.map(({ digest }) => digest));
    const threads = await ctx.db
      .selectFrom("threads")
      .select("thread_id")
      .distinct()
      .where("workspace_id", "=", workspace)
      .execute();
    for (const { thread_id } of threads)
      if (wanted.has(digestOf(key, thread_id))) await forget(inside, thread_id);
  }
  return count;
}

async function missingIn(db: Database, held: readonly ErasureHeld[]): Promise<ErasureHeld[]> {
  const [first] = held;
  if (!first) return [];
  const there = await db
    .selectFrom("erasures")
    .select("digest")
    .where("workspace_id", "=", first.workspace_id)
    .execute();
  const digests = new Set(there.map(({ digest }) => digest));
  return held.filter(({ digest }) => !digests.has(digest));
}
