import type { ScorecardQuery } from "#lib/domain/scorecard-query.ts";
import type { Grouping } from "#lib/domain/scorecard-query.ts";
import type { Settings } from "#lib/domain/settings.ts";
import type { ConversionWindow } from "#lib/domain/stage.ts";
import type { Context } from "#server/context.ts";
import { InvalidRequest } from "#server/errors.ts";
import { demand } from "#server/members/roles.ts";
import { readSettings } from "#server/workspace/read-settings.ts";
import { readWorkspace } from "#server/workspace/read-workspace.ts";

export interface ScorecardRequest {
  from: string;
  to: string;
  by: Grouping;
  window?: ConversionWindow | undefined;
}

/** A request as the report asks it, by the settings in force. */
export interface Question {
  query: ScorecardQuery;
  settings: Settings;
}

/** What somebody who may ask it asks. */
export async function questionOf(ctx: Context, input: ScorecardRequest): Promise<Question> {
  demand(ctx, "seeRates");
  const { from, to, by } = input;
  if (from > to) throw new InvalidRequest({ from: "must not be later than `to`" });
  const [workspace, settings] = await Promise.all([readWorkspace(ctx), readSettings(ctx)]);
  const { window, rule, minimum } = settings;
  const timeZone = settings.timeZone ?? workspace.timeZone;
  return { query: { from, to, by, timeZone, window: input.window ?? window, rule, minimum }, settings };
}
