import { isDeepStrictEqual } from "node:util";
import { report } from "#lib/domain/scorecard-report.ts";
import type { ScorecardAnswer } from "#lib/contract.ts";
import type { ScorecardQuery } from "#lib/domain/scorecard-query.ts";
import type { Context } from "#server/context.ts";
import { forRole } from "./hide-money.ts";
import { likelyQuery, questionOf, type ScorecardRequest } from "./question.ts";
import { readCounts } from "./read-counts.ts";
import { readSpend } from "./read-spend.ts";

/**
 * The ladder of the conversations that started in a window of the workspace's days, both ends counted. Figures are asked
 * for beside the settings in force, by what those said last; where they say something else, once more.
 */
export async function readScorecard({
  ctx,
  input,
}: {
  ctx: Context;
  input: ScorecardRequest;
}): Promise<ScorecardAnswer> {
  const likely = likelyQuery(ctx, input);
  const early = likely && readFigures(ctx, likely);
  // Nobody waits for it where the question is another, or is refused.
  early?.catch(() => {});
  const { query, settings, names } = await questionOf(ctx, input);
  const isAsked = early !== null && isDeepStrictEqual(likely, query);
  const { counts, spend } = await (isAsked ? early : readFigures(ctx, query));
  const card = report({
    query,
    counts,
    spend,
    costLines: settings.costLines,
    goals: settings.goals,
    adNames: new Map(Object.entries(settings.adNames)),
    names,
    currency: settings.currency,
    now: ctx.now,
  });
  return forRole(ctx.role, card);
}

async function readFigures(ctx: Context, query: ScorecardQuery) {
  const [counts, spend] = await Promise.all([
    readCounts(ctx, query, ctx.now),
    readSpend(ctx, query, ctx.now),
  ]);
  return { counts, spend: await spend(counts.aged) };
}
