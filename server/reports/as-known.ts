import type { ScorecardAnswer } from "#lib/contract.ts";
import { previousWindow } from "#lib/domain/comparison.ts";
import { addDays, dayOf, startOfDay } from "#lib/domain/day.ts";
import { responseRulesOf } from "#lib/domain/response-rules.ts";
import type { Counted } from "#lib/domain/scorecard-query.ts";
import { lastClockAt } from "#lib/domain/scorecard-response.ts";
import { byWindow } from "#lib/domain/scorecard-window.ts";
import { scorecard } from "#lib/domain/scorecard.ts";
import type { Context } from "#server/context.ts";
import { InvalidRequest } from "#server/errors.ts";
import { foldThreads } from "#server/events/refold.ts";
import { countThreads, threadPages } from "#server/events/thread-pages.ts";
import type { Progress } from "#server/rollups/rebuild.ts";
import { spendBetween } from "#server/spend/rows.ts";
import { listPages } from "#server/workspace/list-pages.ts";
import { forRole } from "./hide-money.ts";
import { type Question, questionOf, type ScorecardRequest } from "./question.ts";

const TO_COME = "Nothing is known yet of a day to come: choose today or an earlier day.";

/** Makes a report that takes a while. */
export type Make = (progress: Progress, signal: AbortSignal) => Promise<ScorecardAnswer>;

/**
 * The ladder as it was known when a day of the workspace ended: of the events received until then, by the settings and
 * the spend of now. Throws at once where it may not be asked; what it gives folds the log.
 */
export async function asKnown({
  ctx,
  input: { on, ...input },
}: {
  ctx: Context;
  input: ScorecardRequest & { on: string };
}): Promise<Make> {
  const question = await questionOf(ctx, input);
  const { timeZone } = question.query;
  if (on > dayOf(ctx.now, timeZone)) throw new InvalidRequest({ on: "must not be a day to come" }, TO_COME);
  const until = Math.min(startOfDay(addDays(on, 1), timeZone), ctx.now + 1);
  return (progress, signal) =>
    ctx.db
      .transaction()
      .setIsolationLevel("repeatable read")
      .setAccessMode("read only")
      .execute((work) => makeOne({ ctx: { ...ctx, db: work }, question, until, progress, signal }));
}

interface Work {
  ctx: Context;
  question: Question;
  /** Events received before it count, epoch ms. */
  until: number;
  progress: Progress;
  signal: AbortSignal;
}

async function makeOne(work: Work): Promise<ScorecardAnswer> {
  const { ctx, until } = work;
  const { query, settings, names } = work.question;
  const { from, to, timeZone } = query;
  const before = previousWindow(from, to).from;
  const times = {
    before: startOfDay(before, timeZone),
    begin: startOfDay(from, timeZone),
    end: startOfDay(addDays(to, 1), timeZone),
  };
  const known = await knownSince(work, times.before);
  const card = scorecard({
    query,
    ...byWindow(known, times),
    spend: await spendBetween(ctx, before, to),
    costLines: settings.costLines,
    goals: settings.goals,
    response: responseRulesOf(settings, timeZone),
    adNames: new Map(Object.entries(settings.adNames)),
    names,
    currency: settings.currency,
    now: until - 1,
  });
  return forRole(ctx.role, card);
}

/** Conversations of counted Pages in which anything was timed at `since` (epoch ms) or later. */
async function knownSince(
  { ctx, question, until, progress, signal }: Work,
  since: number,
): Promise<Counted[]> {
  const pages = await listPages(ctx);
  const assets = pages.filter(({ counted }) => counted).map(({ asset }) => asset);
  const of = await countThreads(ctx, assets);
  const known: Counted[] = [];
  let done = 0;
  progress(done, of);
  for (const asset of assets)
    for await (const threads of threadPages(ctx, asset)) {
      signal.throwIfAborted();
      for (const { thread, conversations } of await foldThreads(ctx, threads, question.settings, until))
        for (const conversation of conversations)
          if (lastClockAt(conversation) >= since) known.push({ thread, conversation });
      done += threads.length;
      progress(done, of);
    }
  return known;
}
