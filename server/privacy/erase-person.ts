import type { Erased } from "#lib/contract.ts";
import { note } from "#server/audit/note.ts";
import type { Context } from "#server/context.ts";
import { lockLog } from "#server/events/lock-log.ts";
import { demand } from "#server/members/roles.ts";
import { digestOf, erasureKey } from "./digest.ts";
import { forgetThreads } from "./forget-threads.ts";

/**
 * Forgets a person: in every Page and channel the thread id becomes a random one, in events and conversations, so that
 * figures stay. The digest of the old id goes into the feed, devices purge on reading it, and later events under that
 * id are refused. Somebody of whom nothing is known is noted too: a device may still hold something.
 */
export function erasePerson({ ctx, input }: { ctx: Context; input: { person: string } }): Promise<Erased> {
  demand(ctx, "data");
  return ctx.db.transaction().execute(async (work) => {
    const inside = { ...ctx, db: work };
    await lockLog(inside, "alone");
    const digest = digestOf(await erasureKey(inside), input.person);
    await work
      .insertInto("erasures")
      .values({ workspace_id: ctx.workspace, digest, at: ctx.now })
      .onConflict((again) => again.doNothing())
      .execute();
    const erased = await forget(inside, input.person);
    await note(inside, "person_erased", { ...erased });
    return erased;
  });
}

/** Gives every thread of an id a random one, and throws away what was exported under the old one. Inside a transaction that holds the log alone. */
export async function forget(ctx: Context, person: string): Promise<Erased> {
  const threads = await ctx.db
    .selectFrom("threads")
    .select(["channel", "asset", "thread_id as id"])
    .where("workspace_id", "=", ctx.workspace)
    .where("thread_id", "=", person)
    .execute();
  if (threads.length > 0)
    await ctx.db.deleteFrom("exports").where("workspace_id", "=", ctx.workspace).execute();
  return { threads: threads.length, events: await forgetThreads(ctx, threads, { tell: true }) };
}
