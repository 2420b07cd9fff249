import { addDays, startOfDay } from "#lib/domain/day.ts";
import { scorecard } from "#lib/domain/scorecard.ts";
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
  const card = scorecard({
    query: {
      ...input,
      timeZone,
      window: input.window ?? settings.window,
      rule: settings.rule,
      minimum: settings.minimum,
    },
    conversations: await conversationsBetween(
      ctx,
      startOfDay(from, timeZone),
      startOfDay(addDays(to, 1), timeZone),
    ),
    spend: await spendBetween(ctx, from, to),
    adNames: new Map(Object.entries(settings.adNames)),
    currency: settings.currency,
    now: ctx.now,
  });
  return may(ctx.role, "seeMoney") ? { ...card, costsHidden: false } : hideMoney(card);
}

/** The conversations of counted Pages that began in a stretch of time (epoch ms), its end left out. */
async function conversationsBetween(
  { db, workspace }: Context,
  begin: number,
  end: number,
): Promise<Counted[]> {
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
    .where("start_at", ">=", begin)
    .where("start_at", "<", end)
    .orderBy("start_at")
    .orderBy("thread_id")
    .execute();
  return rows.map(({ channel, asset, thread_id, state }) => ({
    thread: { channel, asset, id: thread_id },
    conversation: state,
  }));
}
