import type { Logger } from "pino";
import type { z } from "zod";
import type { Database } from "#server/database.ts";

/** What a job works on. */
export interface JobWork {
  db: Database;
  log: Logger;
  /** Epoch ms. */
  now: () => number;
  /** Aborts when the server stops, or when the job is no longer this server's: it throws then, and comes again. */
  signal: AbortSignal;
}

/** Work that some server does, now or by the clock. It may die half way and be begun again by another server. */
export interface Job {
  /** When it comes by itself: five fields of cron, in UTC; null for only when asked. */
  cron: string | null;
  run: (work: JobWork, told: unknown) => Promise<void>;
}

/** @param told what a job is told: ids alone, since queues are kept for a while */
export const defineJob = <Told>(
  told: z.ZodType<Told>,
  cron: string | null,
  run: (work: JobWork, told: Told) => Promise<void>,
): Job => ({ cron, run: (work, raw) => run(work, told.parse(raw)) });
