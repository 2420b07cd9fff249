import { type RawBuilder, sql } from "kysely";
import {
  type Age,
  type AgedWindow,
  agedWindow,
  missingToCompare,
  previousWindow,
} from "#lib/domain/comparison.ts";
import { isNamed } from "#lib/domain/counted-name.ts";
import { addDays, startOfDay } from "#lib/domain/day.ts";
import type { Counts, Part } from "#lib/domain/scorecard-part.ts";
import type { ScorecardQuery } from "#lib/domain/scorecard-query.ts";
import type { Context } from "#server/context.ts";
import { kept } from "#server/kept-statements.ts";
import { dayNumberAt, dayOfNumber, numberOfDay } from "#server/rollups/days.ts";
import {
  type BuyerRow,
  buyersAsked,
  type CountRow,
  countsAsked,
  type Instants,
  type LevelRow,
  levelsAsked,
  type PartsAsked,
  type SoldRow,
  soldAsked,
} from "./parts-asked.ts";
import { startedByAge } from "./read-mature.ts";
import { buyerParts, immatureOf, immatureParts, partsOfRows, type Stretches } from "./read-parts.ts";
import { countsWithoutNamed, soldWithoutNamed } from "./without-named.ts";
import { readTimes } from "./read-times.ts";

type Place = Pick<Context, "db" | "workspace">;
const DAY_MS = 86_400_000;

/** The stretches of a report: days that are old enough, the day that is so in part, the young, the window before. */
const [OLD, EDGE, YOUNG, BEFORE] = [0, 1, 2, 3];

/** What is answered of parts; null is an empty list. By member or macro those with a name come by themselves. */
interface PartsAnswer {
  counts: CountRow[] | null;
  sold: SoldRow[] | null;
  named: CountRow[] | null;
  named_sold: SoldRow[] | null;
}

/** What one statement answers. */
interface Answer extends PartsAnswer {
  young: LevelRow[] | null;
  buyers: BuyerRow[] | null;
}

/**
 * What a report needs to know of conversations, from the rollups: exact at the moment `now`. All that is counted of the
 * window is of one moment, as one statement asks for it, and so is all that is timed: asked for beside it, so that
 * neither waits for the other.
 */
export async function readCounts(place: Place, query: ScorecardQuery, now: number): Promise<Counts> {
  const { workspace } = place;
  const { by, window, timeZone, minimum } = query;
  const longest: Age = window === "any" ? 90 : window;
  const edgeAt = now - longest * DAY_MS;
  const edge = dayNumberAt(edgeAt, timeZone);
  const days = { from: numberOfDay(query.from), to: numberOfDay(query.to) };
  const before = numberOfDay(previousWindow(query.from, query.to).from);
  const instants = instantsOf(query);
  const stretches = [
    { from: days.from, to: Math.min(days.to, edge - 1) },
    { from: Math.max(days.from, edge), to: Math.min(days.to, edge) },
    { from: Math.max(days.from, edge + 1), to: days.to },
    { from: before, to: days.from - 1 },
  ];
  const asked = { workspace, by, window, stretches };
  const isEdgeAsked = days.from <= edge && edge <= days.to;
  const edgeEnd = startOfDay(dayOfNumber(edge + 1), timeZone);
  const young = { from: edgeAt + 1, until: isEdgeAsked ? edgeEnd : edgeAt };
  const timed = readTimes(place, { days, instants, now, minimum });
  const asking = sql<Answer>`${kept(place.db)} select ${partsAsked(asked)},
    ${levelsAsked(asked, EDGE, edge, young)} as young, ${buyersAsked(asked, instants)} as buyers`;
  const [responseTimes, { rows }] = await Promise.all([timed, asking.execute(place.db)]);
  const [answer] = rows;
  const parts = partsOf(answer);
  const of = (stretch: number): Part[] => parts.get(stretch) ?? [];
  const nearYoung = immatureParts(answer?.young ?? []);
  const current = [
    ...[OLD, EDGE, YOUNG].flatMap(of),
    ...of(YOUNG).map(immatureOf),
    ...nearYoung,
    ...buyerParts(answer?.buyers ?? [], timeZone),
  ];
  const old = started(of(OLD)) + started(of(EDGE)) - sum(nearYoung, ({ tally }) => tally.immature);
  const aged = await agedOf(place, query, now, { longest, old });
  if (aged.aged?.age === window)
    return { current, ...aged, agedCurrent: of(OLD), agedPrevious: of(BEFORE), responseTimes };
  return { current, ...aged, ...(await partsAtAge(place, query, aged.aged)), responseTimes };
}

/** The columns of a PartsAnswer. */
function partsAsked(asked: PartsAsked): RawBuilder<unknown> {
  const named = isNamed(asked.by) ? asked.by : null;
  return sql`${countsAsked(asked)} as counts, ${soldAsked(asked)} as sold,
    ${named === null ? sql`null` : countsAsked(asked, named)} as named,
    ${named === null ? sql`null` : soldAsked(asked, named)} as named_sold`;
}

function partsOf(answer: PartsAnswer | undefined): Stretches {
  const { counts, sold, named, named_sold } = answer ?? {};
  return partsOfRows(
    [...countsWithoutNamed(counts ?? [], named ?? []), ...(named ?? [])],
    [...soldWithoutNamed(sold ?? [], named_sold ?? []), ...(named_sold ?? [])],
  );
}

const sum = (parts: readonly Part[], count: (part: Part) => number): number =>
  parts.reduce((all, part) => all + count(part), 0);
const started = (parts: readonly Part[]): number => sum(parts, ({ tally }) => tally.started);

/** The instants between which the conversations of a report began. */
const instantsOf = ({ from, to, timeZone }: ScorecardQuery): Instants => ({
  from: startOfDay(from, timeZone),
  until: startOfDay(addDays(to, 1), timeZone),
});

/** At which age the report is compared, or how many are missing. Other ages are asked for only where it needs them. */
async function agedOf(
  place: Place,
  query: ScorecardQuery,
  now: number,
  { longest, old }: { longest: Age; old: number },
): Promise<Pick<Counts, "aged" | "missing">> {
  const atLongest = agedWindow((age) => (age === longest ? old : 0), query, now);
  if (atLongest) return { aged: atLongest, missing: 0 };
  const counted = await startedByAge(place, query, now);
  const mature = (age: Age) => (age === longest ? old : (counted.get(age) ?? 0));
  const aged = agedWindow(mature, query, now);
  return { aged, missing: aged ? 0 : missingToCompare(mature, query) };
}

/** Both sides of a comparison at another age than the conversion window. */
async function partsAtAge(
  { db, workspace }: Place,
  { from, to, by }: ScorecardQuery,
  aged: AgedWindow | null,
): Promise<Pick<Counts, "agedCurrent" | "agedPrevious">> {
  if (!aged) return { agedCurrent: [], agedPrevious: [] };
  const before = previousWindow(from, to);
  const stretches = [aged.days, before].map((days) => ({
    from: numberOfDay(days.from),
    to: numberOfDay(days.to),
  }));
  const asked = { workspace, by, window: aged.age, stretches };
  const { rows } = await sql<PartsAnswer>`${kept(db)} select ${partsAsked(asked)}`.execute(db);
  const parts = partsOf(rows[0]);
  return { agedCurrent: parts.get(0) ?? [], agedPrevious: parts.get(1) ?? [] };
}
