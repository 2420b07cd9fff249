import { type Command, Option } from "commander";
import { AsKnownParams, type ScorecardAnswer, ScorecardParams } from "#lib/contract.ts";
import { dayOf } from "#lib/domain/day.ts";
import { daysOf } from "#lib/domain/report-range.ts";
import { GROUPINGS } from "#lib/domain/scorecard-query.ts";
import { CONVERSION_WINDOWS } from "#lib/domain/stage.ts";
import { asKnown } from "#server/reports/as-known.ts";
import { readScorecard } from "#server/reports/scorecard.ts";
import { readSettings } from "#server/workspace/read-settings.ts";
import { readWorkspace } from "#server/workspace/read-workspace.ts";
import { answer, answerJson, hint } from "./output.ts";
import { parseOptions } from "./parse.ts";
import { printScorecard } from "./print-scorecard.ts";
import { type CommandContext, withWorkspace } from "./workspace.ts";

interface Options {
  from?: string;
  to?: string;
  by: string;
  window?: string;
  asKnown?: string;
  json: boolean;
}

export const scorecardCommand = (program: Command): Command =>
  program
    .command("scorecard")
    .description("the ladder of a window of days (default: the last 30)")
    .option("--from <day>", "first day, YYYY-MM-DD")
    .option("--to <day>", "last day")
    .addOption(new Option("--by <grouping>", "one row for each").choices(GROUPINGS).default("none"))
    .addOption(new Option("--window <days>", "conversion window").choices(CONVERSION_WINDOWS.map(String)))
    .option("--as-known <day>", "as the log told it when this day ended")
    .option("--json", "answer with JSON, as the server does", false)
    .action(async ({ json, ...options }: Options) => {
      const card = await withWorkspace((ctx) => read(ctx, options));
      if (json) answerJson(card);
      else answer(printScorecard(card));
    });

async function read(
  ctx: CommandContext,
  { asKnown: on, ...options }: Omit<Options, "json">,
): Promise<ScorecardAnswer> {
  const { timeZone } = await readSettings(ctx);
  const zone = timeZone ?? (await readWorkspace(ctx)).timeZone;
  const { window, ...query } = parseOptions(ScorecardParams, {
    ...daysOf("last_30", dayOf(ctx.now, zone)),
    ...options,
  });
  const input = { ...query, window: CONVERSION_WINDOWS.find((one) => String(one) === window) };
  if (on === undefined) return readScorecard({ ctx, input });
  const make = await asKnown({
    ctx,
    input: { ...input, ...parseOptions(AsKnownParams.pick({ on: true }), { on }) },
  });
  return make((done, of) => hint(`${done} of ${of} threads`), new AbortController().signal);
}
