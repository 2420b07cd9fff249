import { isDeepStrictEqual } from "node:util";
import { sql } from "kysely";
import { threadKey } from "#lib/domain/thread.ts";
import type { Context } from "#server/context.ts";
import { toJson } from "#server/json.ts";
import type { RollupRules } from "#server/rollups/rules.ts";
import { columnsOf, conversationRows, type Folded, openClockRows } from "#server/rollups/thread-rows.ts";
import { threadRows } from "./log.ts";

type Place = Pick<Context, "db" | "workspace">;

/**
 * Stores folded threads in the place of what was stored of them.
 * @param before what that was, so that only what changed is written; null is not known
 */
export async function storeFolded(
  place: Place,
  folded: readonly Folded[],
  rules: RollupRules,
  before: readonly Folded[] | null,
): Promise<void> {
  await dropSurplus(place, before === null ? folded : shorterThan(before, folded));
  await storeConversations(place, folded, rules);
  await storeClocks(place, folded, rules, before);
}

/** A message that arrives late can join two conversations. */
function shorterThan(before: readonly Folded[], folded: readonly Folded[]): Folded[] {
  const counts = new Map(
    before.map(({ thread, conversations }) => [threadKey(thread), conversations.length]),
  );
  return folded.filter(
    ({ thread, conversations }) => (counts.get(threadKey(thread)) ?? 0) > conversations.length,
  );
}

/** The last numbers fall away. */
async function dropSurplus({ db, workspace }: Place, folded: readonly Folded[]): Promise<void> {
  if (folded.length === 0) return;
  const counts = folded.map(({ thread, conversations }) => ({
    ...columnsOf(thread),
    count: conversations.length,
  }));
  await sql`
    delete from conversations
    using jsonb_to_recordset(${toJson(counts)}::jsonb)
      as left_over (channel text, asset text, thread_id text, count int)
    where workspace_id = ${workspace} and conversations.channel = left_over.channel
      and conversations.asset = left_over.asset and conversations.thread_id = left_over.thread_id
      and number >= count`.execute(db);
}

async function storeConversations(
  { db, workspace }: Place,
  folded: readonly Folded[],
  rules: RollupRules,
): Promise<void> {
  const rows = folded.flatMap((one) => conversationRows(one, rules));
  await sql`
    insert into conversations (workspace_id, channel, asset, thread_id, number, start_at, start_seen, started_by,
      last_clock_at, source, levels, again, member, macro, state)
    select ${workspace}::uuid, * from jsonb_to_recordset(${toJson(rows)}::jsonb) as now (channel text, asset text,
      thread_id text, number int, start_at bigint, start_seen boolean, started_by text, last_clock_at bigint,
      source text, levels int, again boolean, member text, macro text, state jsonb)
    on conflict (workspace_id, channel, asset, thread_id, number) do update set
      start_at = excluded.start_at, start_seen = excluded.start_seen, started_by = excluded.started_by,
      last_clock_at = excluded.last_clock_at, source = excluded.source, levels = excluded.levels,
      again = excluded.again, member = excluded.member, macro = excluded.macro, state = excluded.state
    where (conversations.source, conversations.again, conversations.member, conversations.macro, conversations.state)
      is distinct from (excluded.source, excluded.again, excluded.member, excluded.macro, excluded.state)`.execute(
    db,
  );
}

async function storeClocks(
  { db, workspace }: Place,
  folded: readonly Folded[],
  rules: RollupRules,
  before: readonly Folded[] | null,
): Promise<void> {
  const rows = folded.flatMap((one) => openClockRows(one, rules));
  const held = before?.flatMap((one) => openClockRows(one, rules));
  if (held && isDeepStrictEqual(held, rows)) return;
  if (held?.length !== 0)
    await sql`
    delete from open_clocks using ${threadRows(folded.map(({ thread }) => thread))}
    where workspace_id = ${workspace} and open_clocks.channel = wanted.channel
      and open_clocks.asset = wanted.asset and open_clocks.thread_id = wanted.thread_id`.execute(db);
  if (rows.length > 0)
    await sql`
    insert into open_clocks (workspace_id, channel, asset, thread_id, number, place, metric, started_at, due_at)
    select ${workspace}::uuid, * from jsonb_to_recordset(${toJson(rows)}::jsonb) as now (channel text, asset text,
      thread_id text, number int, place int, metric text, started_at bigint, due_at bigint)`.execute(db);
}
