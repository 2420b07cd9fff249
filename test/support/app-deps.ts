import { openLog } from "#server/log.ts";
import { createMetrics } from "#server/metrics/metrics.ts";
import { createPresence } from "#server/presence/presence.ts";
import type { Deps } from "#server/routes/kit.ts";

/** What an application without a socket works on, where a test names only what it is about. No job is begun. */
export const appDeps = (given: Pick<Deps, "db"> & Partial<Deps>): Deps => ({
  log: openLog("silent"),
  now: Date.now,
  trustProxy: false,
  requestsAMinute: 100,
  stopping: new AbortController().signal,
  metrics: createMetrics({
    pool: () => ({ total: 0, idle: 0, waiting: 0 }),
    queues: () => Promise.resolve([]),
  }),
  metricsToken: null,
  presence: createPresence(Date.now),
  jobs: { send: () => Promise.resolve() },
  ...given,
});
