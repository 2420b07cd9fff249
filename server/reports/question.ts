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
  const terms = { timeZone, window, rule, minimum };
  keepTerms(ctx.workspace, terms);
  return { query: queryOf(input, terms), settings, names: await namesOf(ctx, by, settings) };
}

/** What a report takes from the settings in force. */
type Terms = Pick<ScorecardQuery, "timeZone" | "window" | "rule" | "minimum">;

const queryOf = ({ from, to, by, window }: ScorecardRequest, terms: Terms): ScorecardQuery => ({
  ...terms,
  from,
  to,
  by,
  window: window ?? terms.window,
});

/** The terms that each workspace was last asked by; the latest ones stay. */
const lastTerms = new Map<string, Terms>();
const KEPT = 1_000;

function keepTerms(workspace: string, terms: Terms): void {
  lastTerms.delete(workspace);
  lastTerms.set(workspace, terms);
  const [oldest] = lastTerms.keys();
  if (lastTerms.size > KEPT && oldest !== undefined) lastTerms.delete(oldest);
}

/** How a request is asked if the settings still say what they said last; null where nobody asked yet. */
export function likelyQuery({ workspace }: Context, input: ScorecardRequest): ScorecardQuery | null {
  const terms = lastTerms.get(workspace);
  return terms ? queryOf(input, terms) : null;
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
