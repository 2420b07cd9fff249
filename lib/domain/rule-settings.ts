import { z } from "zod";
import type { LadderTargets } from "./diagnosis-shortfall.ts";
import { AmountMinor, Source, Text } from "./event-data.ts";
import { foldWord, type KeywordRule, type Suggests } from "./keyword.ts";
import { HANDOFFS } from "./outcome.ts";

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

const SuggestsShape: z.ZodType<Suggests> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("source"), source: Source }),
  z.strictObject({ kind: z.literal("handoff"), to: z.enum(HANDOFFS).nullable() }),
]);

/** Words that the team listens for; each once, in whatever case and with whatever accents. */
export const KeywordRules: z.ZodType<KeywordRule[]> = z
  .array(z.strictObject({ word: Text(60), suggests: SuggestsShape }))
  .max(1_000)
  .refine(
    (rules) => new Set(rules.map(({ word }) => foldWord(word))).size === rules.length,
    "must name each word once",
  );

/** What a person should answer anyhow, until the team says otherwise. */
export const DEFAULT_KEYWORDS: KeywordRule[] = ["price", "refund", "sizing"].map((word) => ({
  word,
  suggests: { kind: "handoff", to: null },
}));
