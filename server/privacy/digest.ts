import { createHmac } from "node:crypto";
import type { Context } from "#server/context.ts";

/** The workspace's own key: its devices are told it, to find what they hold of somebody who was erased. */
export async function erasureKey({ db, workspace }: Pick<Context, "db" | "workspace">): Promise<Buffer> {
  const { erasure_key } = await db
    .selectFrom("workspaces")
    .select("erasure_key")
    .where("workspace_id", "=", workspace)
    .executeTakeFirstOrThrow();
  return erasure_key;
}

/** HMAC-SHA-256 of a thread's id, in hex: says of an id whether it was erased, and gives none away. */
export const digestOf = (key: Buffer, thread: string): string =>
  createHmac("sha256", key).update(thread).digest("hex");
