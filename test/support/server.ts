import { rm } from "node:fs/promises";
import type { Role } from "#lib/contract.ts";
import type { Database } from "#server/database.ts";
import { readEnvironment } from "#server/environment.ts";
import { openLog } from "#server/log.ts";
import { answerPage } from "#server/workspace/answer-page.ts";
import { start } from "#server/start.ts";
import { pairMember, type TestMember } from "./member.ts";
import { createDatabase, QUICK, temporaryFolder } from "./postgres.ts";

/** A real server of a test or the demo, on a free port, with a workspace. */
export interface TestServer {
  url: string;
  databaseUrl: string;
  /** The database itself, to look behind the API. */
  db: Database;
  workspace: string;
  /** Pairs a new member through the API, as an extension does. */
  addMember: (role?: Role, name?: string) => Promise<TestMember>;
  /** Makes the workspace count a Page. */
  countPage: (asset: string, name?: string | null) => Promise<void>;
  stop: () => Promise<void>;
}

export interface ServerOptions {
  /** Stops the server too. */
  signal?: AbortSignal;
  /** An existing database: two servers on one. Without it each server has a new one. */
  databaseUrl?: string;
  /** Epoch ms. */
  now?: () => number;
  /** RUNG_WORKSPACE, RUNG_TIME_ZONE and the like; the time zone is UTC unless said otherwise. */
  environment?: Record<string, string>;
}

/**
 * Starts a server in this process. Its database is new: on the PostgreSQL that the run of tests shares, else on an
 * embedded one of its own in a temporary folder.
 */
export async function startServer({
  signal,
  databaseUrl,
  now = Date.now,
  environment = {},
}: ServerOptions = {}): Promise<TestServer> {
  const shared = process.env["RUNG_TEST_POSTGRES"];
  const database = databaseUrl ?? (shared === undefined ? undefined : await createDatabase(shared));
  const folder = database === undefined ? await temporaryFolder() : undefined;
  const stopping = new AbortController();
  const running = await start({
    environment: readEnvironment({
      RUNG_TIME_ZONE: "UTC",
      RUNG_PORT: "0",
      RUNG_LOG: "silent",
      ...environment,
      ...(database !== undefined && { DATABASE_URL: database }),
      ...(folder !== undefined && { RUNG_DATA: folder }),
    }),
    log: openLog("silent"),
    signal: signal ? AbortSignal.any([signal, stopping.signal]) : stopping.signal,
    now,
    parameters: QUICK,
  });
  const closed = (async () => {
    await running.closed;
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  })();
  const { url, db } = running;
  const workspace = running.workspace.id;
  const admin = () => ({ db, workspace, member: null, role: "admin" as const, now: now() });
  return {
    url,
    databaseUrl: running.databaseUrl,
    db,
    workspace,
    addMember: (role = "rep", name = role) => pairMember({ url, ctx: admin(), role, name }),
    countPage: async (asset, name = null) => {
      await answerPage({ ctx: admin(), input: { asset, name, counted: true } });
    },
    stop: async () => {
      stopping.abort();
      await closed;
    },
  };
}
