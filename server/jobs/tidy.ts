import { sql } from "kysely";
import { z } from "zod";
import { EXPORT_LIFE_MS } from "#server/exports/write-export.ts";
import { defineJob } from "./job.ts";

/** Throws away exports that have expired, or that nobody could write within twice their life. */
export const tidy = defineJob(z.object({}), "*/10 * * * *", async ({ db, now }) => {
  await sql`
    delete from exports where expires_at <= ${now()} or asked_at <= ${now() - 2 * EXPORT_LIFE_MS}`.execute(
    db,
  );
});
