import { addDays, startOfDay } from "#lib/domain/day.ts";
import { previousWindow } from "#lib/domain/comparison.ts";
import { responseRulesOf } from "#lib/domain/response-rules.ts";
import { scorecard, type ScorecardInput } from "#lib/domain/scorecard.ts";
import { byWindow } from "#lib/domain/scorecard-window.ts";
import type { Counted, Grouping } from "#lib/domain/scorecard-query.ts";
import type { ConversionWindow } from "#lib/domain/stage.ts";
import type { ScorecardAnswer } from "#lib/contract.ts";
import type { Context } from "#server/context.ts";
import { InvalidRequest } from "#server/errors.ts";
import { demand, may } from "#server/members/roles.ts";
import { spendBetween } from "#server/spend/rows.ts";
import { readSettings } from "#server/workspace/read-settings.ts";
import { readWorkspace } from "#server/workspace/read-workspace.ts";
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
  const workspace = await readWorkspace(ctx);
  const settings = await readSettings(ctx);
  const timeZone = settings.timeZone ?? workspace.timeZone;
  const earlier = previousWindow(from, to);
  const card = scorecard({
    query: {
      ...input,
      timeZone,
      window: input.window ?? settings.window,
      rule: settings.rule,
      minimum: settings.minimum,
    },
    ...(await conversationsFor(ctx, {
      before: startOfDay(earlier.from, timeZone),
      begin: startOfDay(from, timeZone),
      end: startOfDay(addDays(to, 1), timeZone),
    })),
    spend: await spendBetween(ctx, earlier.from, to),
    costLines: settings.costLines,
    goals: settings.goals,
    response: responseRulesOf(settings, timeZone),
    adNames: new Map(Object.entries(settings.adNames)),
    currency: settings.currency,
    now: ctx.now,
  });
  return may(ctx.role, "seeMoney") ? { ...card, costsHidden: false } : hideMoney(card);
}

/** Epoch ms: where the window before begins, where this one does, and its end, left out. */
interface Times {
  before: number;
  begin: number;
  end: number;
}

/** The conversations of counted Pages that began in a window or the one before, or had somebody wait in it. */
async function conversationsFor(
  { db, workspace }: Context,
  { before, begin, end }: Times,
): Promise<Pick<ScorecardInput, "conversations" | "previous" | "active">> {
  const rows = await db
    .selectFrom("conversations")
    .innerJoin("pages", (join) =>
      join
        .onRef("pages.workspace_id", "=", "conversations.workspace_id")
        .onRef("pages.asset", "=", "conversations.asset"),
    )
    .select(["channel", "conversations.asset", "thread_id", "state"])
    .where("conversations.workspace_id", "=", workspace)
    .where("pages.counted", "=", true)
    .where("start_at", "<", end)
    .where(({ or, eb }) => or([eb("start_at", ">=", before), eb("last_clock_at", ">=", begin)]))
    .orderBy("start_at")
    .orderBy("thread_id")
    .execute();
  const known = rows.map(({ channel, asset, thread_id, state }): Counted => ({
    thread: { channel, asset, id: thread_id },
    conversation: state,
  }));
  return byWindow(known, { before, begin });
}
