import { sql } from "kysely";
import type { Thread } from "#lib/domain/thread.ts";
import { note } from "#server/audit/note.ts";
import type { Context } from "#server/context.ts";
import { lockLog } from "#server/events/lock-log.ts";
import { demand } from "#server/members/roles.ts";
import { readWorkspace } from "#server/workspace/read-workspace.ts";
import { FORGOTTEN, forgetThreads } from "./forget-threads.ts";

const DAY_MS = 86_400_000;
const THREADS_AT_ONCE = 500;

/**
 * Forgets every thread in which nothing happened for the workspace's retention age, as an erasure does: figures and
 * their rollups stay. Unlike an erased person, one who comes back is known anew. Each batch is a transaction of its
 * own, so that devices go on sending meanwhile; begun again it goes on.
 */
export async function applyRetention({
  ctx,
  signal,
}: {
  ctx: Context;
  signal: AbortSignal;
}): Promise<{ threads: number; events: number }> {
  demand(ctx, "policy");
  const { retentionDays } = (await readWorkspace(ctx)).policy;
  const forgotten = { threads: 0, events: 0 };
  if (retentionDays === null) return forgotten;
  const before = ctx.now - retentionDays * DAY_MS;
  let after: Thread | undefined;
  do {
    signal.throwIfAborted();
    const batch = await ctx.db.transaction().execute(async (work) => {
      const inside = { ...ctx, db: work };
      await lockLog(inside, "alone");
      const threads = await nextQuiet(inside, before, after);
      const events = await forgetThreads(inside, threads, { tell: false });
      if (threads.length > 0)
        await note(inside, "retention_applied", { threads: threads.length, events, retentionDays });
      return { threads, events };
    });
    forgotten.threads += batch.threads.length;
    forgotten.events += batch.events;
    after = batch.threads.length === THREADS_AT_ONCE ? batch.threads.at(-1) : undefined;
  } while (after);
  return forgotten;
}

/** Threads whose last event is older than an instant (epoch ms), in the order of their key. */
async function nextQuiet(
  { db, workspace }: Context,
  before: number,
  after: Thread | undefined,
): Promise<Thread[]> {
  const start = after
    ? sql`and (channel, asset, thread_id) > (${after.channel}, ${after.asset}, ${after.id})`
    : sql``;
  const { rows } = await sql<Thread>`
    select channel, asset, thread_id as id from events
    where workspace_id = ${workspace} and not starts_with(thread_id, ${FORGOTTEN}) ${start}
    group by channel, asset, thread_id having max(at) < ${before}
    order by channel, asset, thread_id
    limit ${THREADS_AT_ONCE}`.execute(db);
  return rows;
}
