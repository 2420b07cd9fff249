import { sql } from "kysely";
import type { Conversation } from "#lib/domain/conversation.ts";
import type { KnownThread, SaleRow } from "#lib/domain/sale-row.ts";
import { type Channel, threadKey } from "#lib/domain/thread.ts";
import type { Context } from "#server/context.ts";
import { listPages } from "#server/workspace/list-pages.ts";

interface Row {
  channel: Channel;
  asset: string;
  thread_id: string;
  state: Conversation;
}

/** Every thread of a counted Page that the rows may mean: by its id, or by a reference that it ever had. */
export async function knownThreads(
  { db, workspace }: Pick<Context, "db" | "workspace">,
  rows: readonly SaleRow[],
): Promise<KnownThread[]> {
  const pages = await listPages({ db, workspace });
  const counted = pages.filter((page) => page.counted).map(({ asset }) => asset);
  const ids = [...new Set(rows.flatMap(({ thread }) => thread?.id ?? []))];
  const refs = [...new Set(rows.flatMap(({ ref }) => ref ?? []))];
  const { rows: found } = await sql<Row>`
    with named as (
      select channel, asset, thread_id from threads
      where workspace_id = ${workspace} and thread_id = any(${ids})
      union
      select channel, asset, thread_id from events
      where workspace_id = ${workspace} and kind in ('sale_recorded', 'sale_corrected') and data ->> 'ref' = any(${refs})
      union
      select channel, asset, thread_id from events
      where workspace_id = ${workspace} and kind = 'source_attributed'
        and data -> 'source' ->> 'kind' = 'ref' and data -> 'source' ->> 'ref' = any(${refs})
    )
    select channel, asset, thread_id, state
    from conversations join named using (channel, asset, thread_id)
    where workspace_id = ${workspace} and asset = any(${counted})
    order by channel, asset, thread_id, number`.execute(db);
  const threads = found.map(({ channel, asset, thread_id: id, state }) => ({
    thread: { channel, asset, id },
    state,
  }));
  return [...Map.groupBy(threads, ({ thread }) => threadKey(thread)).values()].flatMap((of) =>
    of[0] ? [{ thread: of[0].thread, conversations: of.map(({ state }) => state) }] : [],
  );
}
