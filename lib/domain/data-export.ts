import { z } from "zod";
import { Instant } from "./event-data.ts";
import { ThreadShape } from "./event.ts";

export const EXPORT_STATES = ["waiting", "running", "ready"] as const;

/**
 * Every conversation as CSV, written by a job: how far it is, and where it lies once it is ready. `link` is a path of
 * the server that anybody who has it may open until `expiresAt`.
 */
export const DataExport = z
  .object({
    id: z.uuid(),
    askedAt: Instant,
    state: z.enum(EXPORT_STATES),
    rowsDone: z.int(),
    rowsTotal: z.int().nullable(),
    expiresAt: Instant.nullable(),
    link: z.string().nullable(),
  })
  .meta({ id: "DataExport" });
export type DataExport = z.infer<typeof DataExport>;

/** A person whose data is asked for: the id of their thread, in every Page and channel. */
export const PersonRequest = z.object({ person: ThreadShape.shape.id }).meta({ id: "PersonRequest" });
