import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Erased } from "#lib/contract.ts";
import { note } from "#server/audit/note.ts";
import type { Context } from "#server/context.ts";
import { lockLog } from "#server/events/lock-log.ts";
import { demand } from "#server/members/roles.ts";
import { digestOf, erasureKey } from "./digest.ts";

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

/** Gives every thread of an id a random one. Inside a transaction that holds the log alone. */
export async function forget({ db, workspace }: Context, person: string): Promise<Erased> {
  const threads = await db
    .selectFrom("threads")
    .select(["channel", "asset"])
    .where("workspace_id", "=", workspace)
    .where("thread_id", "=", person)
    .execute();
  let events = 0;
  for (const { channel, asset } of threads) {
    const thread_id = `erased-${randomUUID()}`;
    const old = sql<boolean>`workspace_id = ${workspace} and channel = ${channel} and asset = ${asset}
      and thread_id = ${person}`;
    await db.updateTable("threads").set({ thread_id }).where(old).execute();
    await db.updateTable("conversations").set({ thread_id }).where(old).execute();
    const moved = await db
      .updateTable("events")
      .set({ thread_id, xid: sql`pg_current_xact_id()` })
      .where(old)
      .executeTakeFirst();
    events += Number(moved.numUpdatedRows);
  }
  return { threads: threads.length, events };
}
