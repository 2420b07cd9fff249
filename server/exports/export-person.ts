import { z } from "zod";
import { LoggedEvent } from "#lib/contract.ts";
import { Instant } from "#lib/domain/event-data.ts";
import { ThreadShape } from "#lib/domain/event.ts";
import { threadKey } from "#lib/domain/thread.ts";
import { note } from "#server/audit/note.ts";
import type { Context } from "#server/context.ts";
import { eventsOfThreads } from "#server/events/log.ts";
import { demand } from "#server/members/roles.ts";
import { readWorkspace } from "#server/workspace/read-workspace.ts";

/** Everything that a workspace knows of one person, for them to read and take elsewhere. */
export const PersonExport = z
  .object({
    person: ThreadShape.shape.id,
    workspace: z.string(),
    exportedAt: Instant,
    threads: z.array(
      z.object({
        channel: ThreadShape.shape.channel,
        page: ThreadShape.shape.asset,
        /** As folded: outcome, sales, waits and the rest. */
        conversations: z.array(z.unknown()),
        /** What was seen and judged, in the order it came in. */
        events: z.array(z.object({ event: LoggedEvent, member: z.uuid(), receivedAt: Instant })),
      }),
    ),
  })
  .meta({ id: "PersonExport" });
export type PersonExport = z.infer<typeof PersonExport>;

/** Of whom nothing is known the list of threads is empty; that is an answer too. */
export async function exportPerson({
  ctx,
  input: { person },
}: {
  ctx: Context;
  input: { person: string };
}): Promise<PersonExport> {
  demand(ctx, "data");
  const threads = await ctx.db
    .selectFrom("threads")
    .select(["channel", "asset", "thread_id as id"])
    .where("workspace_id", "=", ctx.workspace)
    .where("thread_id", "=", person)
    .orderBy("channel")
    .orderBy("asset")
    .execute();
  const logged = await eventsOfThreads(ctx, threads);
  const states = await ctx.db
    .selectFrom("conversations")
    .select(["channel", "asset", "state"])
    .where("workspace_id", "=", ctx.workspace)
    .where("thread_id", "=", person)
    .orderBy("number")
    .execute();
  const answer: PersonExport = {
    person,
    workspace: (await readWorkspace(ctx)).name,
    exportedAt: ctx.now,
    threads: threads.map((thread) => ({
      channel: thread.channel,
      page: thread.asset,
      conversations: states
        .filter(({ channel, asset }) => channel === thread.channel && asset === thread.asset)
        .map(({ state }) => state),
      events: (logged.get(threadKey(thread)) ?? [])
        .toSorted((a, b) => a.receivedAt - b.receivedAt || (a.id < b.id ? -1 : 1))
        .map(({ member, receivedAt, flagged: _flagged, ...event }) => ({ event, member, receivedAt })),
    })),
  };
  const events = [...logged.values()].reduce((sum, of) => sum + of.length, 0);
  await note(ctx, "person_exported", { threads: threads.length, events });
  return answer;
}
