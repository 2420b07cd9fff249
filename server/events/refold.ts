import { sql } from "kysely";
import { type Conversation, DEFAULT_RULES, fold } from "#lib/domain/conversation.ts";
import { lastClockAt } from "#lib/domain/scorecard-response.ts";
import { type Thread, threadKey } from "#lib/domain/thread.ts";
import type { Context } from "#server/context.ts";
import { toJson } from "#server/json.ts";
import { readSettings } from "#server/workspace/read-settings.ts";
import { eventsOfThreads } from "./log.ts";

type Place = Pick<Context, "db" | "workspace">;

/** Folds threads from all their events and stores what changed. The caller holds their locks. */
export async function refold(place: Place, threads: readonly Thread[]): Promise<void> {
  const { manualPages } = await readSettings(place);
  const logged = await eventsOfThreads(place, threads);
  const folded = threads.map((thread) => {
    const rules = { ...DEFAULT_RULES, unknownIsPerson: manualPages.includes(thread.asset) };
    return { thread, conversations: fold(logged.get(threadKey(thread)) ?? [], rules) };
  });
  await dropSurplus(place, folded);
  await store(place, folded);
}

interface Folded {
  thread: Thread;
  conversations: Conversation[];
}

const columnsOf = ({ channel, asset, id }: Thread) => ({ channel, asset, thread_id: id });

/** A message that arrives late can join two conversations: the last number falls away. */
async function dropSurplus({ db, workspace }: Place, folded: readonly Folded[]): Promise<void> {
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

async function store({ db, workspace }: Place, folded: readonly Folded[]): Promise<void> {
  const rows = folded.flatMap(({ thread, conversations }) =>
    conversations.map((conversation, number) => ({
      workspace_id: workspace,
      ...columnsOf(thread),
      number,
      start_at: conversation.start.at,
      start_seen: conversation.start.seen,
      started_by: conversation.start.by,
      last_clock_at: lastClockAt(conversation),
      state: conversation,
    })),
  );
  await sql`
    insert into conversations
      (workspace_id, channel, asset, thread_id, number, start_at, start_seen, started_by, last_clock_at, state)
    select * from jsonb_to_recordset(${toJson(rows)}::jsonb) as now (workspace_id uuid, channel text, asset text,
      thread_id text, number int, start_at bigint, start_seen boolean, started_by text, last_clock_at bigint, state jsonb)
    on conflict (workspace_id, channel, asset, thread_id, number) do update set
      start_at = excluded.start_at, start_seen = excluded.start_seen, started_by = excluded.started_by,
      last_clock_at = excluded.last_clock_at, state = excluded.state
    where conversations.state is distinct from excluded.state`.execute(db);
}
