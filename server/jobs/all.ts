import type { Job } from "./job.ts";
import { retention } from "./retention.ts";

/** Every kind of job by its name, which is the name of its queue too. */
export const JOBS = { retention } satisfies Record<string, Job>;
export type JobName = keyof typeof JOBS;
