import { z } from "zod";
import { writeExport } from "#server/exports/write-export.ts";
import { defineJob } from "./job.ts";

/** Writes one export that an administrator asked for. */
export const exportJob = defineJob(
  z.object({ workspace: z.uuid(), export: z.uuid() }),
  null,
  ({ db, now, signal }, { workspace, export: id }) => {
    const ctx = { db, workspace, member: null, role: "admin" as const, now: now() };
    return writeExport({ ctx, input: { id }, now, signal });
  },
);
