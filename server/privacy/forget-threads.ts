import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Thread } from "#lib/domain/thread.ts";
import type { Context } from "#server/context.ts";
import { toJson } from "#server/json.ts";

/** What a forgotten thread's id begins with; no channel gives such an id. */
export const FORGOTTEN = "erased-";

/**
 * Gives each of some threads a random id, in events and conversations: figures stay, nobody is known by them. Inside
 * a transaction that holds the log alone.
 * @param tell puts the events into the feed once more, under their new id, for devices that purge the old one
 * @returns how many events were of these threads
 */
export async function forgetThreads(
  { db, workspace }: Pick<Context, "db" | "workspace">,
  threads: readonly Thread[],
  { tell }: { tell: boolean },
): Promise<number> {
  if (threads.length === 0) return 0;
  const fresh = threads.map(({ channel, asset, id }) => ({
    channel,
    asset,
    old_id: id,
    fresh_id: FORGOTTEN + randomUUID(),
  }));
  const renamed = sql`jsonb_to_recordset(${toJson(fresh)}::jsonb)
    as renamed (channel text, asset text, old_id text, fresh_id text)`;
  const rename = async (table: "threads" | "conversations" | "open_clocks" | "events") => {
    const name = sql.table(table);
    const told = sql.raw(tell && table === "events" ? ", xid = pg_current_xact_id()" : "");
    const { numAffectedRows = 0n } = await sql`
      update ${name} as t set thread_id = renamed.fresh_id ${told} from ${renamed}
      where t.workspace_id = ${workspace} and t.channel = renamed.channel and t.asset = renamed.asset
        and t.thread_id = renamed.old_id`.execute(db);
    return Number(numAffectedRows);
  };
  await rename("threads");
  await rename("conversations");
  await rename("open_clocks");
  return rename("events");
}
