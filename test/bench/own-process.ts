import { rm } from "node:fs/promises";
import type { Context } from "#server/context.ts";
import { openDatabase } from "#server/database.ts";
import { readPlace } from "#server/place.ts";
import { answerPage } from "#server/workspace/answer-page.ts";
import { temporaryFolder } from "#test/support/postgres.ts";
import { startServerProcess } from "#test/support/server-process.ts";
import { ASSET } from "./story-log.ts";

export interface OwnProcess {
  url: string;
  pid: number;
  /** The same database from here, as the command line uses it. */
  ctx: Context;
  stop: () => Promise<void>;
}

/** The server as `npm start` runs it, in a process of its own on an embedded PostgreSQL with production settings. */
export async function startOwnProcess(): Promise<OwnProcess> {
  const folder = await temporaryFolder();
  const { url, pid, end } = await startServerProcess({
    RUNG_DATA: folder,
    RUNG_LOG: "info",
    RUNG_REQUESTS_A_MINUTE: "1000000",
  });
  const place = await readPlace({ RUNG_DATA: folder });
  if (!place) throw new Error("The server says nowhere which database it uses.");
  const db = openDatabase(place.databaseUrl, () => {});
  const { workspace_id: workspace } = await db
    .selectFrom("workspaces")
    .select("workspace_id")
    .executeTakeFirstOrThrow();
  const ctx = { db, workspace, member: null, role: "admin" as const, now: Date.now() };
  await answerPage({ ctx, input: { asset: ASSET, name: null, counted: true } });
  return {
    url,
    pid,
    ctx,
    stop: async () => {
      await db.destroy();
      await end("SIGTERM");
      await rm(folder, { recursive: true, force: true });
    },
  };
}
