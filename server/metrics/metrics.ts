import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { EventResult } from "#lib/contract.ts";

/** What stands in a queue of jobs. */
export interface QueueCount {
  queue: string;
  waiting: number;
  active: number;
  failed: number;
}

/** Connections of the pool, and who waits for one. */
export interface PoolCount {
  total: number;
  idle: number;
  waiting: number;
}

export interface MetricsSources {
  pool: () => PoolCount;
  queues: () => Promise<readonly QueueCount[]>;
}

/** The figures of one server, for whoever operates it. Labels are routes, states and results: never an id or a name. */
export interface Metrics {
  registry: Registry;
  /** @param route the pattern, never the address */
  answered: (request: { method: string; route: string; status: number }, seconds: number) => void;
  /** A batch of events was taken. `ageMs` is how long its oldest event had waited at the device. */
  pushed: (results: readonly EventResult[], seconds: number, ageMs: number | null) => void;
  /** News went to a device that follows the feed, so long after the newest of it was stored. */
  told: (lagMs: number) => void;
}

const QUICK = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
/** From half a second to a week: a device may come back from far away. */
const LONG = [0.5, 1, 2, 5, 15, 60, 300, 3_600, 86_400, 604_800];

export function createMetrics({ pool, queues }: MetricsSources): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const requests = new Histogram({
    name: "rung_request_seconds",
    help: "Requests by route and status, and how long each took; /v1/changes waits for news",
    labelNames: ["method", "route", "status"],
    buckets: QUICK,
    registers,
  });
  const events = new Counter({
    name: "rung_events_total",
    help: "Events of pushed batches, by what became of them",
    labelNames: ["result"],
    registers,
  });
  for (const result of ["accepted", "duplicate", "rejected"]) events.inc({ result }, 0);
  const batches = new Histogram({
    name: "rung_ingest_seconds",
    help: "How long a pushed batch took, from its body to its answer",
    buckets: QUICK,
    registers,
  });
  const outbox = new Histogram({
    name: "rung_outbox_age_seconds",
    help: "How long the oldest event of a pushed batch had waited at its device",
    buckets: LONG,
    registers,
  });
  const feed = new Histogram({
    name: "rung_feed_lag_seconds",
    help: "How long after it was stored the newest event of an answer went to a device that follows the feed",
    buckets: LONG,
    registers,
  });
  gaugePool(registry, pool);
  gaugeQueues(registry, queues);

  return {
    registry,
    answered: ({ method, route, status }, seconds) => requests.observe({ method, route, status }, seconds),
    pushed: (results, seconds, ageMs) => {
      for (const { result } of results) events.inc({ result });
      batches.observe(seconds);
      if (ageMs !== null) outbox.observe(Math.max(0, ageMs) / 1_000);
    },
    told: (lagMs) => feed.observe(Math.max(0, lagMs) / 1_000),
  };
}

function gaugePool(registry: Registry, count: () => PoolCount): void {
  const gauge = new Gauge({
    name: "rung_pool_connections",
    help: "Connections to PostgreSQL by state; `waiting` is requests that wait for one",
    labelNames: ["state"],
    registers: [registry],
    collect: () => {
      for (const [state, value] of Object.entries(count())) gauge.set({ state }, value);
    },
  });
}

function gaugeQueues(registry: Registry, counts: () => Promise<readonly QueueCount[]>): void {
  const gauge = new Gauge({
    name: "rung_jobs",
    help: "Jobs by queue and state, of all servers together",
    labelNames: ["queue", "state"],
    registers: [registry],
    collect: async () => {
      for (const { queue, ...states } of await counts())
        for (const [state, value] of Object.entries(states)) gauge.set({ queue, state }, value);
    },
  });
}
