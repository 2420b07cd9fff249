import { z } from "zod";
import { Temporal } from "#lib/domain/temporal.ts";

/** The format of a case file, as README.md beside this file describes it: what that page does not name is an error. */
const Instant = z.string().transform((text, context) => {
  try {
    if (!/^\d{4}-\d{2}-\d{2}T[\d:.,]+(?:Z|[+-][\d:]+)$/.test(text)) throw new RangeError("no instant");
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    context.issues.push({
      code: "custom",
      input: text,
      message: "must be an ISO 8601 instant with Z or an offset",
    });
    return z.NEVER;
  }
});

const Time = z
  .string()
  .regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, "must be a wall time from 00:00 to 24:00");
const Windows = z.array(z.tuple([Time, Time]));
const Dates = z.record(z.iso.date(), Windows);
const Pauses = z.array(z.tuple([Instant, Instant])).default([]);

export const Schedule = z.strictObject({
  tz: z.string(),
  hours: z.partialRecord(z.enum(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]), Windows),
  shifts: Dates.optional(),
  breaks: Dates.optional(),
  holidays: z.array(z.iso.date()).optional(),
});

/** For people: nothing is tested on them. */
const about = { id: z.string().optional(), note: z.string().optional(), source: z.string().optional() };
const schedule = z.string().nullable();

const Minutes = z.number().nullable();

const Expectation = z
  .strictObject({
    first_reply_min: Minutes.optional(),
    waiting_since_min: Minutes.optional(),
    first_response_min: Minutes.optional(),
    reply_times_min: z.array(z.number()).optional(),
    longest_exchange_min: Minutes.optional(),
  })
  .refine((expect) => Object.keys(expect).length > 0, "expects nothing");
export type Expectation = z.infer<typeof Expectation>;

const EVENT_TYPES = [
  "customer",
  "agent",
  "bot",
  "auto",
  "campaign",
  "note",
  "system",
  "reopen",
  "bot_handoff",
  "resolve",
] as const;

const Event = z.strictObject({ min: z.number().min(0), type: z.enum(EVENT_TYPES) });
export type Event = z.infer<typeof Event>;

/** A list of the file to the shape of its cases. */
export const CASES = {
  deadline: z.strictObject({
    ...about,
    schedule,
    start: Instant,
    target_s: z.int().min(0),
    pauses: Pauses,
    expect: Instant.nullable(),
  }),
  elapsed: z.strictObject({
    ...about,
    schedule,
    start: Instant,
    end: Instant,
    pauses: Pauses,
    expect_s: z.int(),
  }),
  in_hours: z.strictObject({ ...about, schedule, at: Instant, expect: z.boolean() }),
  state: z.strictObject({
    ...about,
    events: z
      .array(Event)
      .refine(
        (events) => events.every(({ min }, index) => min >= (events[index - 1]?.min ?? 0)),
        "must be in order",
      ),
    expect: Expectation,
  }),
};
export type CaseType = keyof typeof CASES;
export type Case<Type extends CaseType> = z.infer<(typeof CASES)[Type]>;

export const isCaseType = (name: string): name is CaseType => Object.hasOwn(CASES, name);
