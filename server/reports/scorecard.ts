import { report } from "#lib/domain/scorecard-report.ts";
import type { Grouping } from "#lib/domain/scorecard-query.ts";
import type { ConversionWindow } from "#lib/domain/stage.ts";
import type { ScorecardAnswer } from "#lib/contract.ts";
import type { Context } from "#server/context.ts";
import { InvalidRequest } from "#server/errors.ts";
import { demand, may } from "#server/members/roles.ts";
import { readSettings } from "#server/workspace/read-settings.ts";
import { readWorkspace } from "#server/workspace/read-workspace.ts";
import { readCounts } from "./read-counts.ts";
import { readSpend } from "./read-spend.ts";
import { hideMoney } from "./hide-money.ts";

export interface ScorecardRequest {
  from: string;
  to: string;
  by: Grouping;
  window?: ConversionWindow | undefined;
}

/** The ladder of the conversations that started in a window of the workspace's days, both ends counted. */
export async function readScorecard({
  ctx,
  input,
}: {
  ctx: Context;
  input: ScorecardRequest;
}): Promise<ScorecardAnswer> {
  demand(ctx, "seeRates");
  const { from, to } = input;
  if (from > to) throw new InvalidRequest({ from: "must not be later than `to`" });
  const [workspace, settings] = await Promise.all([readWorkspace(ctx), readSettings(ctx)]);
  const timeZone = settings.timeZone ?? workspace.timeZone;
  const query = {
    ...input,
    timeZone,
    window: input.window ?? settings.window,
    rule: settings.rule,
    minimum: settings.minimum,
  };
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
    currency: settings.currency,
    now: ctx.now,
  });
  return may(ctx.role, "seeMoney") ? { ...card, costsHidden: false } : hideMoney(card);
}
