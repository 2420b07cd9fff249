import { z } from "zod";
import { applyRetention } from "#server/privacy/apply-retention.ts";
import { defineJob } from "./job.ts";

/** Forgets whom the workspaces no longer want to know: each night, and when an administrator changes the age. */
export const retention = defineJob(
  z.object({ workspace: z.uuid().optional() }),
  "10 3 * * *",
  async ({ db, log, now, signal }, { workspace: only }) => {
    const all = await db
      .selectFrom("workspaces")
      .select(["workspace_id as workspace", "retention_days"])
      .where("retention_days", "is not", null)
      .execute();
    for (const { workspace } of all.filter((one) => only === undefined || one.workspace === only)) {
      const ctx = { db, workspace, member: null, role: "admin" as const, now: now() };
      const forgotten = await applyRetention({ ctx, signal });
      log.info({ workspace, ...forgotten }, "retention");
    }
  },
);
