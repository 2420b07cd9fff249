import { sql } from "kysely";
import type { Thread } from "#lib/domain/thread.ts";
import type { Context } from "#server/context.ts";

type Place = Pick<Context, "db" | "workspace">;
const THREADS_AT_ONCE = 500;

/** Every thread of a workspace, or of one of its Pages, some hundreds at a time in the order of their key. */
export async function* threadPages(place: Place, asset?: string): AsyncGenerator<Thread[]> {
  let last: Thread | undefined;
  for (;;) {
    const threads: Thread[] = await nextThreads(place, asset, last);
    if (threads.length > 0) yield threads;
    if (threads.length < THREADS_AT_ONCE) return;
    last = threads.at(-1);
  }
}

/** How many threads a workspace has, or some of its Pages. */
export async function countThreads(
  { db, workspace }: Place,
  assets: readonly string[] | null = null,
): Promise<number> {
  const { count } = await db
    .selectFrom("threads")
    .select(sql<number>`count(*)`.as("count"))
    .where("workspace_id", "=", workspace)
    .$if(assets !== null, (query) => query.where(sql<boolean>`asset = any (${assets})`))
    .executeTakeFirstOrThrow();
  return count;
}

function nextThreads(
  { db, workspace }: Place,
  asset: string | undefined,
  last: Thread | undefined,
): Promise<Thread[]> {
  return db
    .selectFrom("threads")
    .select(["channel", "asset", "thread_id as id"])
    .where("workspace_id", "=", workspace)
    .$if(asset !== undefined, (query) => query.where("asset", "=", asset ?? ""))
    .$if(last !== undefined, (query) =>
      query.where(
        sql<boolean>`(channel, asset, thread_id) > (${last?.channel}, ${last?.asset}, ${last?.id})`,
      ),
    )
    .orderBy("channel")
    .orderBy("asset")
    .orderBy("thread_id")
    .limit(THREADS_AT_ONCE)
    .execute();
}
