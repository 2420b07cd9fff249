import { type Selectable, sql } from "kysely";
import { type Channel, type Thread, threadKey } from "#lib/domain/thread.ts";
import type { Context } from "#server/context.ts";
import { toJson } from "#server/json.ts";
import type { Tables } from "#server/schema.ts";
import { fromRow, type Logged, type NewRow } from "./stored-event.ts";

type Place = Pick<Context, "db" | "workspace">;

export const distinctThreads = (threads: readonly Thread[]): Thread[] => [
  ...new Map(threads.map((thread) => [threadKey(thread), thread])).values(),
];

/** Threads as rows, for one statement over many. */
export const threadRows = (threads: readonly Thread[]) =>
  sql`jsonb_to_recordset(${toJson(
    threads.map(({ channel, asset, id }) => ({ channel, asset, thread_id: id })),
  )}::jsonb) as wanted (channel text, asset text, thread_id text)`;

/**
 * Locks threads until the transaction ends, always in the same order: batches that touch one thread follow each
 * other, on any number of servers, and never wait for each other in a circle.
 * @returns the keys of those that were not there before: nothing is known of them
 */
export async function lockThreads(
  { db, workspace }: Place,
  threads: readonly Thread[],
): Promise<Set<string>> {
  const { rows } = await sql<{ channel: Channel; asset: string; id: string }>`
    insert into threads (workspace_id, channel, asset, thread_id)
    select ${workspace}::uuid, channel, asset, thread_id from ${threadRows(threads)}
    order by channel, asset, thread_id
    on conflict do nothing
    returning channel, asset, thread_id as id`.execute(db);
  const made = new Set(rows.map(threadKey));
  // Those that were made here are held already.
  if (made.size === threads.length) return made;
  await sql`
    select from threads join ${threadRows(threads)} using (channel, asset, thread_id)
    where workspace_id = ${workspace}
    order by channel, asset, thread_id
    for update of threads`.execute(db);
  return made;
}

/** Appends events and gives the ids of those that were new. */
export async function append({ db }: Place, rows: readonly NewRow[]): Promise<Set<string>> {
  const { rows: added } = await sql<{ event_id: string }>`
    insert into events (workspace_id, channel, asset, thread_id, event_id, kind, device_id, member_id, hlc, at,
      precision, data, received_at, flagged)
    select * from jsonb_to_recordset(${toJson(rows)}::jsonb) as fresh (workspace_id uuid, channel text, asset text,
      thread_id text, event_id uuid, kind text, device_id uuid, member_id uuid, hlc text, at bigint,
      precision text, data jsonb, received_at bigint, flagged boolean)
    order by event_id
    on conflict do nothing
    returning event_id`.execute(db);
  return new Set(added.map(({ event_id }) => event_id));
}

/** The events of these ids that the log holds. */
export async function findEvents(
  { db, workspace }: Place,
  ids: readonly string[],
): Promise<Map<string, Logged>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("events")
    .selectAll()
    .where("workspace_id", "=", workspace)
    .where("event_id", "in", ids)
    .execute();
  return new Map(rows.map((row) => [row.event_id, fromRow(row)]));
}

/**
 * All events of some threads, by thread key.
 * @param until those that were received before it alone, epoch ms
 */
export async function eventsOfThreads(
  { db, workspace }: Place,
  threads: readonly Thread[],
  until: number | null = null,
): Promise<Map<string, Logged[]>> {
  const early = until === null ? sql`` : sql`and received_at < ${until}`;
  const { rows } = await sql<Selectable<Tables["events"]>>`
    select events.* from events join ${threadRows(threads)} using (channel, asset, thread_id)
    where workspace_id = ${workspace} ${early}`.execute(db);
  return Map.groupBy(rows.map(fromRow), ({ thread }) => threadKey(thread));
}
