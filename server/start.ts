import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { Logger } from "pino";
import { createApp } from "./app.ts";
import { closing } from "./closing.ts";
import { type Database, databaseOn, openPool } from "./database.ts";
import type { Parameters } from "./embedded/cluster.ts";
import { startEmbedded } from "./embedded.ts";
import type { Environment } from "./environment.ts";
import { type Jobs, startJobs } from "./jobs/jobs.ts";
import { createMetrics } from "./metrics/metrics.ts";
import { migrate } from "./migrate.ts";
import { leavePlace, writePlace } from "./place.ts";
import { hearOthers } from "./presence/hear-others.ts";
import { createPresence } from "./presence/presence.ts";
import { bringUpRollups } from "./rollups/bring-up.ts";
import { firstWorkspace } from "./workspace/first-workspace.ts";

export interface Running {
  url: string;
  databaseUrl: string;
  db: Database;
  workspace: { id: string; isNew: boolean };
  /** Settles when everything has stopped after the signal. */
  closed: Promise<void>;
}

export interface StartOptions {
  environment: Environment;
  log: Logger;
  signal: AbortSignal;
  now?: () => number;
  /** Of the embedded PostgreSQL. */
  parameters?: Parameters;
}

/**
 * Environment, database, tables, workspace, application, port. On the signal it answers what it has begun, then lets
 * go of the database, then stops the embedded PostgreSQL.
 */
export async function start({
  environment,
  log,
  signal,
  now = Date.now,
  parameters,
}: StartOptions): Promise<Running> {
  const { DATABASE_URL, DATABASE_DIRECT_URL, RUNG_DATA, RUNG_HOST, RUNG_PORT } = environment;
  const trouble = (err: unknown) => log.error({ err }, "database connection");
  const embedded =
    DATABASE_URL === undefined ? await startEmbedded(RUNG_DATA, trouble, parameters) : undefined;
  const databaseUrl = DATABASE_URL ?? embedded?.url ?? "";
  const directUrl = (DATABASE_URL && DATABASE_DIRECT_URL) ?? databaseUrl;
  const pool = openPool(databaseUrl, trouble);
  const db = databaseOn(pool);
  let jobs: Jobs | undefined;
  let hearing: Promise<void> | undefined;
  const failed = new AbortController();
  const letGo = async () => {
    failed.abort();
    await hearing;
    await jobs?.stop();
    await db.destroy();
    return (await embedded?.stop()) ?? true;
  };
  try {
    await migrate(db);
    await bringUpRollups(db, (of, done, threads) =>
      log.info({ workspace: of, done, threads }, "counting reports anew"),
    );
    const workspace = await firstWorkspace({
      db,
      name: environment.RUNG_WORKSPACE,
      timeZone: environment.RUNG_TIME_ZONE,
      now: now(),
    });
    jobs = await startJobs({ pool, db, log, now, signal });
    const metrics = createMetrics({
      pool: () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
      queues: jobs.counts,
    });
    const presence = createPresence(now);
    const hearingSignal = AbortSignal.any([signal, failed.signal]);
    hearing = hearOthers({ directUrl, db, presence, log, signal: hearingSignal });
    const app = createApp({
      db,
      presence,
      log,
      now,
      metrics,
      metricsToken: environment.RUNG_METRICS_TOKEN ?? null,
      jobs,
      trustProxy: environment.RUNG_TRUST_PROXY,
      stopping: signal,
      requestsAMinute: environment.RUNG_REQUESTS_A_MINUTE,
    });
    const server = createServer(getRequestListener(app.fetch));
    const close = closing(server);
    server.listen(RUNG_PORT, RUNG_HOST);
    await once(server, "listening");
    const url = urlOf(server.address(), RUNG_HOST);
    if (embedded) await writePlace(RUNG_DATA, { url, databaseUrl });
    log.info({ url, embedded: embedded !== undefined }, "listening");

    const closed = (async () => {
      if (!signal.aborted) await once(signal, "abort");
      log.info("stopping");
      await close();
      const isLast = await letGo();
      if (embedded) await leavePlace(RUNG_DATA, url, isLast);
    })();
    return { url, databaseUrl, db, workspace, closed };
  } catch (error) {
    await letGo();
    throw error;
  }
}

/** @param address where the server listens; a TCP address, since a host and a port were asked for */
function urlOf(address: AddressInfo | string | null, host: string): string {
  const port = typeof address === "object" && address ? address.port : 0;
  const isEverywhere = host === "0.0.0.0" || host === "::";
  const name = isEverywhere ? "127.0.0.1" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
