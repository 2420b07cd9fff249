import { z } from "zod";
import { Currency, Instant } from "./event-data.ts";
import { RUNGS } from "./ladder.ts";
import { GROUPINGS, type Scorecard } from "./scorecard.ts";
import { CONVERSION_WINDOWS } from "./stage.ts";

/** Minor units of the report's currency; null is "not recorded", or not for this member to see. */
const money = z.number().nullable();

const Figure = z
  .object({
    value: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    numerator: z.number().nullable(),
    denominator: z.number(),
    state: z.enum(["ok", "not_enough", "none_yet", "no_data"]),
    immature: z.number(),
    needed: z.number(),
  })
  .meta({ id: "Figure" });

const bases = z.object({ attributed: Figure, blended: Figure });

const Ladder = z
  .object({
    rungs: z.record(z.enum(RUNGS), bases),
    beside: z.object({
      cpa: bases,
      replyRateOfAnswered: Figure,
      qualificationRateOfTagged: Figure,
      roi: z.number().nullable(),
    }),
    headline: z.enum(["attributed", "blended"]),
  })
  .meta({ id: "Ladder" });

const count = z.int();
const Tally = z
  .object({
    all: count,
    started: count,
    answered: count,
    wentOn: count,
    qualified: count,
    handedOff: count,
    accepted: count,
    customers: count,
    purchases: count,
    impliedWentOn: count,
    impliedQualified: count,
    impliedHandedOff: count,
    contradictory: count,
    tagged: count,
    undecided: count,
    immature: count,
    taggedOfAll: count,
    sourceKnown: count,
    sendersKnown: count,
    startsSeen: count,
    unpriced: count,
    revenue: z.record(
      Currency,
      z.object({
        immediateMinor: z.number(),
        assistedMinor: z.number(),
        immediate: count,
        assisted: count,
      }),
    ),
  })
  .meta({ id: "Tally" });

const Slice = z
  .object({
    key: z.string().nullable(),
    label: z.string(),
    tally: Tally,
    attributed: Tally,
    customerThreads: count,
    spendMinor: money,
    revenueMinor: money,
    ladder: Ladder,
  })
  .meta({ id: "Slice" });

const day = z.iso.date();
/** The ladder, as lib/domain makes it. Members who may not see money get its figures as "no data". */
export const ScorecardAnswer = z
  .object({
    query: z.object({
      from: day,
      to: day,
      timeZone: z.string(),
      by: z.enum(GROUPINGS),
      window: z.literal(CONVERSION_WINDOWS),
      rule: z.enum(["first", "last"]),
      minimum: z.int(),
    }),
    currency: Currency.nullable(),
    total: Slice,
    groups: z.array(Slice),
    sharedRanges: z.array(z.object({ from: day, to: day, days: count, of: count })),
    otherCurrencies: z.array(z.object({ currency: Currency, spendMinor: money, sales: count })),
    generatedAt: Instant,
    costsHidden: z.boolean(),
  })
  .meta({ id: "Scorecard" }) satisfies z.ZodType<Scorecard & { costsHidden: boolean }>;
export type ScorecardAnswer = z.infer<typeof ScorecardAnswer>;
