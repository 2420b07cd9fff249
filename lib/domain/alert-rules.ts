import { z } from "zod";
import { WeeklyHours } from "./response-settings.ts";
import { METRICS } from "./response-target.ts";
import { CHANNELS } from "./thread.ts";

/** What this browser's person wants to be told about deadlines. */
export const AlertRules = z.strictObject({
  on: z.boolean(),
  /** How long before a deadline; null tells of misses alone. */
  minutesBefore: z.int().min(1).max(1_440).nullable(),
  metrics: z.array(z.enum(METRICS)).max(METRICS.length),
  channels: z.array(z.enum(CHANNELS)).max(CHANNELS.length),
  whose: z.enum(["all", "mine"]),
  /** When nothing is told, in the browser's own time zone. */
  quiet: WeeklyHours,
});
export type AlertRules = z.infer<typeof AlertRules>;

export const DEFAULT_ALERTS: AlertRules = {
  on: true,
  minutesBefore: 5,
  metrics: ["first_reply", "next_reply"],
  channels: [...CHANNELS],
  whose: "all",
  quiet: {},
};
