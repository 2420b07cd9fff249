import type pg from "pg";
import { PgBoss } from "pg-boss";
import type { Logger } from "pino";
import type { Database } from "#server/database.ts";
import type { QueueCount } from "#server/metrics/metrics.ts";
import { type JobName, JOBS } from "./all.ts";

/** The queues that all servers of one database share. */
export interface Jobs {
  /** Asks for a job; some server begins it within about a second. */
  send: (name: JobName, told: Record<string, string>) => Promise<void>;
  counts: () => Promise<QueueCount[]>;
  /** Ends what runs here; another server takes it. */
  stop: () => Promise<void>;
}

interface JobsOptions {
  pool: pg.Pool;
  db: Database;
  log: Logger;
  now: () => number;
  signal: AbortSignal;
}

/** The queues' own tables are no data of a workspace: they have a schema of their own, and no backup holds them. */
const SCHEMA = "jobs";

/** A job whose server has not been heard for ten seconds is another server's. */
const HEARTBEAT = { heartbeatSeconds: 10, heartbeatRefreshSeconds: 3, watchSeconds: 5 };
const TRIES = { retryLimit: 20, retryDelay: 1, retryBackoff: true, retryDelayMax: 300 };
const LONGEST_SECONDS = 6 * 3_600;
const STOP_MS = 10_000;

/** Joins the queues. Throws where the database fails meanwhile, and then leaves nothing running. */
export async function startJobs(options: JobsOptions): Promise<Jobs> {
  const { pool, log } = options;
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    schema: SCHEMA,
    superviseIntervalSeconds: HEARTBEAT.watchSeconds,
    monitorIntervalSeconds: HEARTBEAT.watchSeconds,
  });
  boss.on("error", (err) => log.error({ err }, "jobs"));
  try {
    await boss.start();
    await work(boss, options);
  } catch (error) {
    // Its clocks would keep a process alive that serves nobody.
    await boss.stop({ graceful: false }).catch((err: unknown) => log.error({ err }, "jobs"));
    throw error;
  }
  return {
    send: async (name, told) => {
      await boss.send(name, told);
    },
    counts: async () =>
      (await boss.getQueues(Object.keys(JOBS))).map(({ name, queuedCount, activeCount, failedCount }) => ({
        queue: name,
        waiting: queuedCount,
        active: activeCount,
        failed: failedCount,
      })),
    stop: () => boss.stop({ graceful: true, timeout: STOP_MS }),
  };
}

/** Takes jobs of every kind from now on. */
async function work(boss: PgBoss, { db, log, now, signal }: JobsOptions): Promise<void> {
  for (const [name, { cron, run }] of Object.entries(JOBS)) {
    await boss.createQueue(name, {
      ...TRIES,
      expireInSeconds: LONGEST_SECONDS,
      heartbeatSeconds: HEARTBEAT.heartbeatSeconds,
      policy: "standard",
    });
    if (cron !== null) await boss.schedule(name, cron, {});
    const options = { pollingIntervalSeconds: 1, heartbeatRefreshSeconds: HEARTBEAT.heartbeatRefreshSeconds };
    await boss.work(name, options, async (jobs) => {
      for (const job of jobs) {
        const began = performance.now();
        const told = (what: object, words: string) =>
          log.info({ job: name, ms: Math.round(performance.now() - began), ...what }, words);
        try {
          await run({ db, log, now, signal: AbortSignal.any([job.signal, signal]) }, job.data);
          told({}, "job done");
        } catch (err) {
          told({ err }, "job failed; it comes again");
          throw err;
        }
      }
    });
  }
}
