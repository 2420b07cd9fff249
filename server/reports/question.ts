import type { Grouping, ScorecardQuery } from "#lib/domain/scorecard-query.ts";
import type { Settings } from "#lib/domain/settings.ts";
import type { ConversionWindow } from "#lib/domain/stage.ts";
import type { Context } from "#server/context.ts";
import { Forbidden, InvalidRequest } from "#server/errors.ts";
import { demand } from "#server/members/roles.ts";
import { readInForce } from "#server/workspace/in-force.ts";

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
  /** Of members or macros, where the report goes by them. */
  names: ReadonlyMap<string, string>;
}

/** What somebody who may ask it asks. */
export async function questionOf(ctx: Context, input: ScorecardRequest): Promise<Question> {
  demand(ctx, "seeRates");
  const { from, to, by } = input;
  if (from > to) throw new InvalidRequest({ from: "must not be later than `to`" });
  if (by === "member") demand(ctx, "seePeople");
  const { settings, timeZone, policy } = await readInForce(ctx);
  if (by === "member" && policy.figuresPerPerson !== true)
    throw new Forbidden(NOT_PER_PERSON, "not_per_person");
  const { window, rule, minimum } = settings;
  const query = { from, to, by, timeZone, window: input.window ?? window, rule, minimum };
  return { query, settings, names: await namesOf(ctx, by, settings) };
}

const NOT_PER_PERSON =
  "This team does not look at figures of each person: an administrator can allow it in the options, under People.";

async function namesOf(
  { db, workspace }: Context,
  by: Grouping,
  { macros }: Settings,
): Promise<ReadonlyMap<string, string>> {
  if (by === "macro") return new Map(macros.map(({ id, name }) => [id, name]));
  if (by !== "member") return new Map();
  const members = await db
    .selectFrom("members")
    .select(["member_id", "name"])
    .where("workspace_id", "=", workspace)
    .execute();
  return new Map(members.map(({ member_id, name }) => [member_id, name]));
}
