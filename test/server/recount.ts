import { previousWindow } from "#lib/domain/comparison.ts";
import { addDays, startOfDay } from "#lib/domain/day.ts";
import { responseRulesOf } from "#lib/domain/response-rules.ts";
import type { Counted } from "#lib/domain/scorecard-query.ts";
import { scorecard } from "#lib/domain/scorecard.ts";
import type { Settings } from "#lib/domain/settings.ts";
import type { Scorecard } from "#lib/domain/scorecard-report.ts";
import { byWindow } from "#lib/domain/scorecard-window.ts";
import type { Context } from "#server/context.ts";
import type { ScorecardRequest } from "#server/reports/question.ts";
import { spendBetween } from "#server/spend/rows.ts";
import { readSettings } from "#server/workspace/read-settings.ts";
import { readWorkspace } from "#server/workspace/read-workspace.ts";

/** Members and macros as one looks them up by hand. */
async function namesOf(ctx: Context, { by }: ScorecardRequest, { macros }: Settings) {
  const members = await ctx.db.selectFrom("members").select(["member_id as id", "name"]).execute();
  return new Map((by === "macro" ? macros : members).map(({ id, name }) => [id, name]));
}

/** The report of all states that the database holds: what the rollups must answer too. */
export async function recount(ctx: Context, input: ScorecardRequest): Promise<Scorecard> {
  const { from, to } = input;
  const settings = await readSettings(ctx);
  const timeZone = settings.timeZone ?? (await readWorkspace(ctx)).timeZone;
  const earlier = previousWindow(from, to);
  const rows = await ctx.db
    .selectFrom("conversations")
    .select(["channel", "asset", "thread_id", "state"])
    .where("workspace_id", "=", ctx.workspace)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("pages")
          .select("name")
          .whereRef("pages.asset", "=", "conversations.asset")
          .where("counted", "=", true),
      ),
    )
    .execute();
  const known = rows.map(({ channel, asset, thread_id: id, state }): Counted => ({
    thread: { channel, asset, id },
    conversation: state,
  }));
  return scorecard({
    query: {
      from,
      to,
      by: input.by,
      timeZone,
      window: input.window ?? settings.window,
      rule: settings.rule,
      minimum: settings.minimum,
    },
    ...byWindow(known, {
      before: startOfDay(earlier.from, timeZone),
      begin: startOfDay(from, timeZone),
      end: startOfDay(addDays(to, 1), timeZone),
    }),
    spend: await spendBetween(ctx, earlier.from, to),
    costLines: settings.costLines,
    goals: settings.goals,
    response: responseRulesOf(settings, timeZone),
    adNames: new Map(Object.entries(settings.adNames)),
    names: await namesOf(ctx, input, settings),
    currency: settings.currency,
    now: ctx.now,
  });
}
