import { z } from "zod";
import { type AnchorPack, strangeIn } from "./anchor-pack.ts";
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

/** Where a team's own pack looks for the parts of Meta's page, instead of the one in the build. */
// safe because: what passes was checked field by field by the grammar, and nothing else stands in it.
export const AnchorPackShape = z.unknown().superRefine((value, check) => {
  const place = value === null ? null : strangeIn(value);
  if (place !== null)
    check.addIssue({ code: "custom", message: `is not in the form this version knows: see ${place}` });
}) as unknown as z.ZodType<AnchorPack | null>;
