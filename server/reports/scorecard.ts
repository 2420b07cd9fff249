import { report } from "#lib/domain/scorecard-report.ts";
import type { ScorecardAnswer } from "#lib/contract.ts";
import type { Context } from "#server/context.ts";
import { forRole } from "./hide-money.ts";
import { questionOf, type ScorecardRequest } from "./question.ts";
import { readCounts } from "./read-counts.ts";
import { readSpend } from "./read-spend.ts";

/** The ladder of the conversations that started in a window of the workspace's days, both ends counted. */
export async function readScorecard({
  ctx,
  input,
}: {
  ctx: Context;
  input: ScorecardRequest;
}): Promise<ScorecardAnswer> {
  const { query, settings, names } = await questionOf(ctx, input);
  const [counts, spend] = await Promise.all([
    readCounts(ctx, query, ctx.now),
    readSpend(ctx, query, ctx.now),
  ]);
  const card = report({
    query,
    counts,
    spend: await spend(counts.aged),
    costLines: settings.costLines,
    goals: settings.goals,
    adNames: new Map(Object.entries(settings.adNames)),
    names,
    currency: settings.currency,
    now: ctx.now,
  });
  return forRole(ctx.role, card);
}
