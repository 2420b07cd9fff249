import { sql } from "kysely";
import type { Thread } from "#lib/domain/thread.ts";
import type { Context } from "#server/context.ts";
import { refold } from "./refold.ts";

const THREADS_AT_ONCE = 500;

/** Folds every thread of some Pages anew. The caller holds the log alone, so no thread is written meanwhile. */
export async function refoldPages(
  place: Pick<Context, "db" | "workspace">,
  assets: readonly string[],
): Promise<void> {
  for (const asset of assets) {
    let after: Pick<Thread, "channel" | "id"> | undefined;
    for (;;) {
      const threads = await nextThreads(place, asset, after);
      if (threads.length > 0) await refold(place, threads);
      if (threads.length < THREADS_AT_ONCE) break;
      after = threads.at(-1);
    }
  }
}

function nextThreads(
  { db, workspace }: Pick<Context, "db" | "workspace">,
  asset: string,
  after: Pick<Thread, "channel" | "id"> | undefined,
): Promise<Thread[]> {
  return db
    .selectFrom("threads")
    .select(["channel", "asset", "thread_id as id"])
    .where("workspace_id", "=", workspace)
    .where("asset", "=", asset)
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(channel, thread_id) > (${after?.channel}, ${after?.id})`),
    )
    .orderBy("channel")
    .orderBy("thread_id")
    .limit(THREADS_AT_ONCE)
    .execute();
}
