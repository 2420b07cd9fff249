import { exportJob } from "./export.ts";
import type { Job } from "./job.ts";
import { retention } from "./retention.ts";
import { tidy } from "./tidy.ts";

/** Every kind of job by its name, which is the name of its queue too. */
export const JOBS = { export: exportJob, retention, tidy } satisfies Record<string, Job>;
export type JobName = keyof typeof JOBS;
