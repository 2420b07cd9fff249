import { type RawBuilder, sql } from "kysely";
import { isNamed, type Named } from "#lib/domain/counted-name.ts";
import type { Grouping } from "#lib/domain/scorecard-query.ts";
import type { ConversionWindow } from "#lib/domain/stage.ts";
import type { Channel } from "#lib/domain/thread.ts";
import { type Block, blocksOf, daysOf, type Stretch } from "#server/rollups/blocks.ts";
import type { RollupTable } from "#server/rollups/table.ts";
import { LEVEL_MASK, LEVELS, shiftOf } from "#server/rollups/levels.ts";
import { columnOf, PLAIN, SOLD, WINDOWED } from "#server/rollups/measures.ts";

/** What of the rollups a report asks for, at one age. */
export interface PartsAsked {
  workspace: string;
  by: Grouping;
  window: ConversionWindow;
  stretches: readonly Stretch[];
}

/** Which stretch, of what source; channel, day number, and who or which macro, where the report tells them apart. */
export type PartKey = [
  stretch: number,
  source: string,
  channel: Channel | null,
  day: number | null,
  name: string | null,
];
export type CountRow = [...PartKey, ...sums: number[]];
export type SoldRow = [...PartKey, currency: string, ...sums: number[]];
/** How many came how far (LEVELS). */
export type LevelRow = [...PartKey, level: number, count: number];
export type BuyerRow = [...PartKey, asset: string, ofChannel: Channel, thread: string];

/** Whether a row is of a Page that counts. The Pages are looked up once a question. */
export const isCounted = (workspace: string): RawBuilder<unknown> =>
  sql`asset = any (array(select asset from pages where workspace_id = ${workspace} and counted))`;

/**
 * The rows of some blocks of a rollup, with their stretch. `offset 0` keeps PostgreSQL from joining otherwise than block
 * by block through the key, which it may take for dearer while it knows nothing of a young table.
 */
export const rowsOf = (
  table: RollupTable["name"],
  workspace: string,
  blocks: readonly Block[],
  named: Named | null = null,
): RawBuilder<unknown> => sql`unnest(
  ${blocks.map(({ level }) => level)}::int[], ${blocks.map(({ block }) => block)}::int[],
  ${blocks.map(({ stretch }) => stretch)}::int[]) as wanted (at_level, at_block, stretch)
  cross join lateral (select * from ${sql.table(table)}
    where workspace_id = ${workspace} and level = at_level and block = at_block
      ${named === null ? sql`` : sql`and dimension = ${named}`} and ${isCounted(workspace)}
    offset 0) as held`;

const blocksFor = ({ by, stretches }: PartsAsked): Block[] =>
  by === "day" ? daysOf(stretches) : blocksOf(stretches);

const channelOf = (by: Grouping) => sql.raw(by === "channel" ? "channel" : "null");
const nameOf = (by: Grouping) => sql.raw(isNamed(by) ? by : "null");
const dayOf = (by: Grouping) => sql.raw(by === "day" ? "block" : "null");
const groups = (by: Grouping) =>
  sql.raw(`stretch, source${by === "channel" ? ", channel" : ""}${by === "day" ? ", block" : ""}`);

const sums = (columns: readonly string[], type: string): RawBuilder<unknown> =>
  sql.join(columns.map((column) => sql`sum(${sql.ref(column)})::${sql.raw(type)}`));

/** Parts by name are asked for beside the parts of all, which hold those without a name too. */
const namesOf = (named: Named | null) =>
  named === null ? { column: sql`null`, group: sql`` } : { column: sql`name`, group: sql`, name` };

/**
 * The counts of every part: a JSON list of CountRow, in the order of PLAIN and WINDOWED.
 * @param named those by member or macro that have one
 */
export function countsAsked(asked: PartsAsked, named: Named | null = null): RawBuilder<unknown> {
  const { by, window, workspace } = asked;
  const names = namesOf(named);
  const table = named === null ? "rollup_cells" : "rollup_cells_by";
  const columns = [...PLAIN.map((name) => columnOf(name)), ...WINDOWED.map((name) => columnOf(name, window))];
  return sql`(select json_agg(part) from (
    select json_build_array(stretch, source, ${channelOf(by)}, ${dayOf(by)}, ${names.column},
      ${sums(columns, "int8")}) as part
    from ${rowsOf(table, workspace, blocksFor(asked), named)}
    group by ${groups(by)} ${names.group} having sum("all") > 0) as parts)`;
}

/** What was bought: a JSON list of SoldRow, in the order of SOLD. */
export function soldAsked(asked: PartsAsked, named: Named | null = null): RawBuilder<unknown> {
  const { by, window, workspace } = asked;
  const names = namesOf(named);
  const table = named === null ? "rollup_revenue" : "rollup_revenue_by";
  const columns = SOLD.map((name) => columnOf(name, window));
  return sql`(select json_agg(part) from (
    select json_build_array(stretch, source, ${channelOf(by)}, ${dayOf(by)}, ${names.column}, currency,
      ${sums(columns, "numeric")}) as part
    from ${rowsOf(table, workspace, blocksFor(asked), named)}
    group by ${groups(by)}, currency ${names.group}) as parts)`;
}

/** Where single conversations are looked at: instants, `from` and `until` left in and out. */
export interface Instants {
  from: number;
  until: number;
}

const level = (window: ConversionWindow) =>
  sql`(levels >> ${sql.lit(shiftOf(window))}) & ${sql.lit(LEVEL_MASK)}`;

/** How far those of the cohort came that began within some instants of one day: a JSON list of LevelRow. */
export const levelsAsked = (
  { by, window, workspace }: PartsAsked,
  stretch: number,
  day: number,
  { from, until }: Instants,
): RawBuilder<unknown> => sql`(select json_agg(part) from (
    select json_build_array(${stretch}::int, source, ${channelOf(by)},
      ${by === "day" ? day : null}::int, ${nameOf(by)}, level, count(*)) as part
    from (
      select source, channel, member, macro, ${level(window)} as level from conversations
      where workspace_id = ${workspace} and start_at >= ${from} and start_at < ${until}
        and levels is not null and ${isCounted(workspace)}) as near
    group by source, level${sql.raw(by === "channel" || isNamed(by) ? `, ${by}` : "")}) as parts)`;

/** Customers of threads that have another customer, by the thread: a JSON list of BuyerRow; its day is an instant. */
export const buyersAsked = (
  { by, window, workspace }: PartsAsked,
  { from, until }: Instants,
): RawBuilder<unknown> => sql`(select json_agg(json_build_array(
      0, source, ${channelOf(by)}, ${sql.raw(by === "day" ? "start_at" : "null")}, ${nameOf(by)}, asset, channel, thread_id))
    from conversations
    where workspace_id = ${workspace} and again and start_at >= ${from} and start_at < ${until}
      and ${level(window)} = ${sql.lit(LEVELS.indexOf("customer"))} and ${isCounted(workspace)})`;
