import { z } from "zod";
import { type Hours, readHours, WEEKDAYS } from "./calendar-hours.ts";
import { Instant } from "./event-data.ts";
import type { History } from "./history.ts";
import { InvalidInput } from "./invalid.ts";
import { METRICS, type Targets } from "./response-target.ts";
import { CHANNELS } from "./thread.ts";

const Windows = z.array(z.tuple([z.string(), z.string()])).max(24);
const Dates = z.record(z.string(), Windows);

const Weekly = z.partialRecord(z.enum(WEEKDAYS), Windows);

/** What the calendar would refuse is refused here, with the field and its sentence. */
function check(hours: Hours, issue: (path: string[], message: string) => void): void {
  try {
    readHours(hours);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    issue(error.field.split("."), error.message);
  }
}

/** Business hours as saved. */
export const BusinessHours: z.ZodType<Hours> = z
  .strictObject({
    timeZone: z.string(),
    weekly: Weekly,
    shifts: Dates.optional(),
    breaks: Dates.optional(),
    holidays: z.array(z.string()).max(2_000).optional(),
  })
  .superRefine((hours, context) =>
    check(hours, (path, message) => context.addIssue({ code: "custom", path, message })),
  );

/** Windows of a week, whatever the zone. */
export const WeeklyHours: z.ZodType<Hours["weekly"]> = Weekly.superRefine((weekly, context) =>
  check({ timeZone: "UTC", weekly }, (path, message) =>
    context.addIssue({ code: "custom", path: path.slice(1), message }),
  ),
);

/** Monday to Friday, 9 to 17: what holds until somebody says otherwise. */
export const defaultHours = (timeZone: string): Hours => ({
  timeZone,
  weekly: Object.fromEntries(WEEKDAYS.slice(0, 5).map((day) => [day, [["09:00", "17:00"]]])),
});

const YEAR_S = 366 * 86_400;
const Target = z.strictObject({
  seconds: z.int().min(0).max(YEAR_S).nullable(),
  clock: z.enum(["business", "wall"]),
});

export const ResponseTargets: z.ZodType<Targets> = z.record(
  z.enum(METRICS),
  z.record(z.enum(CHANNELS), Target),
);

/** Every version with the instant from which it holds, oldest first. */
export const historyOf = <Value>(schema: z.ZodType<Value>): z.ZodType<History<Value>> => {
  const version = z.strictObject({ from: Instant, value: schema });
  return z
    .tuple([version], version)
    .refine(
      (versions) => versions.every(({ from }, index) => from > (versions[index - 1]?.from ?? -1)),
      "must be in the order of time",
    );
};
