import { z } from "zod";
import type { LadderTargets } from "./diagnosis-shortfall.ts";
import { AmountMinor, Source, Text } from "./event-data.ts";
import type { KeywordRule } from "./keyword.ts";

const Rate = z.number().min(0).max(1).nullable();

/** What a workspace aims at, rung by rung; null is no target. */
export const LadderGoals: z.ZodType<LadderTargets> = z.strictObject({
  costPerMessageMinor: AmountMinor.nullable(),
  replyRate: Rate,
  qualificationRate: Rate,
  handoffRate: Rate,
  closeRate: Rate,
  conversations: z.int().min(1).max(10_000_000).nullable(),
});

/** Words that creators announced; each word once, in capitals or not. */
export const KeywordRules: z.ZodType<KeywordRule[]> = z
  .array(z.strictObject({ word: Text(60), source: Source }))
  .max(1_000)
  .refine(
    (rules) => new Set(rules.map(({ word }) => word.toLowerCase())).size === rules.length,
    "must name each word once",
  );
