import { z } from "zod";
import { FACTORS, STAGES } from "./diagnosis-factor.ts";
import { Currency, Instant } from "./event-data.ts";
import { RUNGS } from "./ladder.ts";
import type { Scorecard } from "./scorecard-report.ts";
import { GROUPINGS } from "./scorecard-query.ts";
import { METRICS } from "./response-target.ts";
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

const rateFactor = z.enum(["replyRate", "qualificationRate", "handoffRate", "closeRate"]);

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
    immatureWentOn: count,
    immatureQualified: count,
    immatureHandedOff: count,
    immatureCustomers: count,
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

/** Beside the ladder. `cpm` and `cpv` are minor units, not rounded. */
const Delivery = z
  .object({
    cpm: z.number().nullable(),
    cpv: z.number().nullable(),
    clickToMessage: z.object({ attributed: z.number().nullable(), blended: z.number().nullable() }),
    engagementRate: z.object({ value: z.number(), of: z.enum(["reach", "impressions"]) }).nullable(),
  })
  .meta({ id: "Delivery" });

const Slice = z
  .object({
    key: z.string().nullable(),
    label: z.string(),
    tally: Tally,
    attributed: Tally,
    customerThreads: count,
    spendMinor: money,
    totalCostMinor: money,
    revenueMinor: money,
    ladder: Ladder,
    delivery: Delivery,
  })
  .meta({ id: "Slice" });

const day = z.iso.date();
const days = z.object({ from: day, to: day });
const share = z.object({ of: count, n: count });
const bounds = z.object({ allBad: money, allGood: money });

const Change = z
  .object({ now: Figure, before: Figure, change: z.number().nullable(), toldApart: z.boolean() })
  .meta({ id: "Change" });

const Comparison = z
  .object({
    age: z.literal([1, 7, 14, 30, 90]),
    now: days,
    before: days,
    rungs: z.record(z.enum(RUNGS), Change),
  })
  .meta({ id: "Comparison" });

const factor = z.enum(FACTORS);
const Shortfall = z
  .object({
    factor,
    value: z.number(),
    reference: z.number(),
    against: z.enum(["target", "previous"]),
    change: z.number().nullable(),
    toldApart: z.boolean(),
    needed: z.number().nullable(),
  })
  .meta({ id: "Shortfall" });

const Diagnosis = z
  .object({
    split: z
      .object({
        stage: z.enum(STAGES),
        total: z.number(),
        withoutCosts: z.boolean(),
        parts: z.array(z.object({ factor, from: z.number(), to: z.number(), change: z.number() })),
      })
      .nullable(),
    shortfalls: z.array(Shortfall),
    weakest: Shortfall.nullable(),
    candidate: Shortfall.nullable(),
    drop: z.object({ factor: rateFactor, lost: z.number(), hits: count, of: count }).nullable(),
    lowVolume: z.boolean(),
    advice: z.array(z.string()),
  })
  .meta({ id: "Diagnosis" });

const ResponseFigures = z
  .object({
    inTime: Figure,
    medianMs: z.number().nullable(),
    p90Ms: z.number().nullable(),
    answered: count,
    unanswered: count,
    running: count,
    inexact: count,
  })
  .meta({ id: "ResponseFigures" });

const standing = z.object({ key: z.string(), p: z.number(), toldApart: z.boolean() });

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
    ranking: z.object({ best: standing, worst: standing, ranked: count }).nullable(),
    coverage: z.object({ tagged: share, attributed: share, sendersKnown: share, startSeen: share }),
    bounds: z.object({ costPerQualified: bounds, qualificationRate: bounds }),
    comparison: Comparison.nullable(),
    diagnosis: Diagnosis,
    responseTimes: z.record(z.enum(METRICS), ResponseFigures).nullable(),
    sharedRanges: z.array(z.object({ from: day, to: day, days: count, of: count })),
    otherCurrencies: z.array(z.object({ currency: Currency, spendMinor: money, sales: count })),
    generatedAt: Instant,
    costsHidden: z.boolean(),
  })
  .meta({ id: "Scorecard" }) satisfies z.ZodType<Scorecard & { costsHidden: boolean }>;
export type ScorecardAnswer = z.infer<typeof ScorecardAnswer>;
