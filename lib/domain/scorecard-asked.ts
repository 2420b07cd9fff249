import { z } from "zod";
import { ScorecardAnswer } from "./scorecard-answer.ts";
import { GROUPINGS } from "./scorecard-query.ts";

const ReportDay = z.iso
  .date("must be a day such as 2026-11-30")
  .refine((day) => day >= "2000-01-01" && day < "2200-01-01", "must be a day from 2000 to 2199");

/** Days are the workspace's, both ends counted; without a window the settings' own. */
export const ScorecardParams = z.object({
  from: ReportDay,
  to: ReportDay,
  by: z.enum(GROUPINGS).default("none"),
  window: z.enum(["1", "7", "14", "30", "90", "any"]).optional(),
});

/** The same as it was known at the end of a day. */
export const AsKnownParams = ScorecardParams.extend({ on: ReportDay });

/** A line of the answer: threads read of all, any number of times, and then the report, or why there is none. */
export const AsKnownLine = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("progress"), done: z.int(), of: z.int() }),
    z.object({ kind: z.literal("card"), card: ScorecardAnswer }),
    z.object({ kind: z.literal("failed"), code: z.string(), message: z.string() }),
  ])
  .meta({ id: "AsKnownLine" });
export type AsKnownLine = z.infer<typeof AsKnownLine>;
