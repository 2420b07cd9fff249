import { sql } from "kysely";
import type { Context } from "#server/context.ts";
import { conversationParts, countConversations } from "./export-conversations.ts";

/** For how long a finished export can be fetched. */
export const EXPORT_LIFE_MS = 24 * 3_600_000;

/**
 * Writes an export that was asked for, part by part, from its beginning. One that is gone (erased with somebody in it,
 * or expired), or that another server has begun since, is left alone.
 * @param now the time at its end, epoch ms
 */
export async function writeExport({
  ctx,
  input: { id },
  now,
  signal,
}: {
  ctx: Context;
  input: { id: string };
  now: () => number;
  signal: AbortSignal;
}): Promise<void> {
  const attempt = await begin(ctx, id);
  if (attempt === null) return;
  let rowsDone = 0;
  let part = 0;
  for await (const { text, rows } of conversationParts(ctx)) {
    signal.throwIfAborted();
    rowsDone += rows;
    const content = Buffer.from(text);
    const isOurs = await addPart(ctx, { id, attempt, part, content, rowsDone });
    if (!isOurs) return;
    part += 1;
  }
  await ctx.db
    .updateTable("exports")
    .set({ state: "ready", expires_at: now() + EXPORT_LIFE_MS })
    .where("workspace_id", "=", ctx.workspace)
    .where("export_id", "=", id)
    .where("attempt", "=", attempt)
    .execute();
}

/** Makes an export this server's: whatever was written of it before goes. Null where there is nothing to write. */
function begin(ctx: Context, id: string): Promise<number | null> {
  return ctx.db.transaction().execute(async (work) => {
    const begun = await work
      .updateTable("exports")
      .set({
        state: "running",
        attempt: sql`attempt + 1`,
        rows_done: 0,
        rows_total: await countConversations({ ...ctx, db: work }),
      })
      .where("workspace_id", "=", ctx.workspace)
      .where("export_id", "=", id)
      .where("state", "!=", "ready")
      .returning("attempt")
      .executeTakeFirst();
    if (!begun) return null;
    await work
      .deleteFrom("export_parts")
      .where("workspace_id", "=", ctx.workspace)
      .where("export_id", "=", id)
      .execute();
    return begun.attempt;
  });
}

interface Part {
  id: string;
  attempt: number;
  part: number;
  content: Buffer;
  rowsDone: number;
}

/** Says whether the export is still ours: another server may have begun it anew. */
function addPart(ctx: Context, { id, attempt, part, content, rowsDone }: Part): Promise<boolean> {
  return ctx.db.transaction().execute(async (work) => {
    const ours = await work
      .updateTable("exports")
      .set({ rows_done: rowsDone })
      .where("workspace_id", "=", ctx.workspace)
      .where("export_id", "=", id)
      .where("attempt", "=", attempt)
      .returning("export_id")
      .executeTakeFirst();
    if (!ours) return false;
    await work
      .insertInto("export_parts")
      .values({ workspace_id: ctx.workspace, export_id: id, part, content })
      .execute();
    return true;
  });
}
