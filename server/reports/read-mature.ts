import { sql } from "kysely";
import type { Age } from "#lib/domain/comparison.ts";
import { addDays, startOfDay } from "#lib/domain/day.ts";
import type { ScorecardQuery } from "#lib/domain/scorecard-query.ts";
import type { Context } from "#server/context.ts";
import { blocksOf } from "#server/rollups/blocks.ts";
import { dayNumberAt, dayOfNumber, numberOfDay } from "#server/rollups/days.ts";
import { isCounted, rowsOf } from "./parts-asked.ts";

const DAY_MS = 86_400_000;
/** Ages that a report may fall back to, besides its conversion window. */
const AGES: readonly Age[] = [14, 7, 1];

/** How many conversations of a report's cohort are at least so many days old, by the days. */
export async function startedByAge(
  { db, workspace }: Pick<Context, "db" | "workspace">,
  { from, to, timeZone }: ScorecardQuery,
  now: number,
): Promise<Map<Age, number>> {
  const end = startOfDay(addDays(to, 1), timeZone);
  const questions = AGES.map((age) => {
    const edgeAt = now - age * DAY_MS;
    const edge = dayNumberAt(edgeAt, timeZone);
    const blocks = blocksOf([{ from: numberOfDay(from), to: Math.min(numberOfDay(to), edge - 1) }]);
    const begin = startOfDay(edge < numberOfDay(from) ? from : dayOfNumber(edge), timeZone);
    return sql`(select coalesce(sum(started), 0) from ${rowsOf("rollup_cells", workspace, blocks)})
      + (select count(*) from conversations where workspace_id = ${workspace} and levels is not null
        and start_at >= ${begin} and start_at <= ${edgeAt} and start_at < ${end}
        and ${isCounted(workspace)})`;
  });
  const { rows } = await sql<{ counts: number[] }>`
    select array[${sql.join(questions)}]::int[] as counts`.execute(db);
  return new Map(AGES.map((age, n) => [age, rows[0]?.counts[n] ?? 0]));
}
