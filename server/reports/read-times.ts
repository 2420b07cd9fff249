import { type RawBuilder, sql } from "kysely";
import { histogramQuantile, sizeOf } from "#lib/domain/histogram.ts";
import { figuresOf, type ResponseFigures } from "#lib/domain/response-statistics.ts";
import { type Metric, METRICS } from "#lib/domain/response-target.ts";
import type { ResponseTimes } from "#lib/domain/scorecard-response.ts";
import type { Context } from "#server/context.ts";
import { kept } from "#server/kept-statements.ts";
import { blocksOf, type Stretch } from "#server/rollups/blocks.ts";
import {
  BUCKETS_A_ROW,
  COUNTERS,
  COUNTERS_ROW,
  type Counter,
  TIMES_COLUMNS,
} from "#server/rollups/measures.ts";
import { type Instants, isCounted, rowsOf } from "./parts-asked.ts";

type TimesRow = [metric: Metric, part: number, ...sums: number[]];
type PendingRow = [metric: Metric, count: number];

/** What one statement answers; null is an empty list. */
interface Answer {
  times: TimesRow[] | null;
  pending: PendingRow[] | null;
}

/** The response times of what began to be timed on some days. */
export async function readTimes(
  { db, workspace }: Pick<Context, "db" | "workspace">,
  { days, instants, now, minimum }: { days: Stretch; instants: Instants; now: number; minimum: number },
): Promise<ResponseTimes> {
  const { rows } = await sql<Answer>`${kept(db)} select ${timesAsked(workspace, days)} as times,
    ${pendingAsked(workspace, instants, now)} as pending`.execute(db);
  return responseTimesOf(rows[0]?.times ?? [], rows[0]?.pending ?? [], minimum);
}

/** Histograms and counters of what began to be timed on some days: a JSON list of TimesRow. */
const timesAsked = (workspace: string, days: Stretch): RawBuilder<unknown> => sql`(select json_agg(row) from (
    select json_build_array(metric, part, ${sql.join(
      TIMES_COLUMNS.map((column) => sql`sum(${sql.ref(column)})::int8`),
    )}) as row
    from ${rowsOf("rollup_times", workspace, blocksOf([days]))}
    group by metric, part) as times)`;

/** Of what runs towards a deadline, what is not missed yet: a JSON list of PendingRow. */
const pendingAsked = (
  workspace: string,
  { from, until }: Instants,
  now: number,
): RawBuilder<unknown> => sql`(select json_agg(row) from (
    select json_build_array(metric, count(*)) as row from open_clocks
    where workspace_id = ${workspace} and due_at >= ${now} and started_at >= ${from} and started_at < ${until}
      and ${isCounted(workspace)}
    group by metric) as pending)`;

/** The response times that rows of sums make. */
function responseTimesOf(
  times: readonly TimesRow[],
  pending: readonly PendingRow[],
  minimum: number,
): ResponseTimes {
  const waiting = new Map(pending);
  // safe because: there is one entry a metric.
  return Object.fromEntries(
    METRICS.map((metric) => {
      const mine = times.filter(([of]) => of === metric);
      return [metric, figuresOfRows(mine, waiting.get(metric) ?? 0, minimum)];
    }),
  ) as ResponseTimes;
}

function figuresOfRows(rows: readonly TimesRow[], pending: number, minimum: number): ResponseFigures {
  const counters = rows.find(([, part]) => part === COUNTERS_ROW)?.slice(2) ?? [];
  const count = (counter: Counter) => Number(counters[COUNTERS.indexOf(counter)] ?? 0);
  const histogram = new Map(
    rows
      .filter(([, part]) => part !== COUNTERS_ROW)
      .flatMap(([, part, ...sums]) =>
        sums.map((sum, n): [number, number] => [part * BUCKETS_A_ROW + n, sum]),
      ),
  );
  return figuresOf(
    {
      met: count("met"),
      missed: count("missed") + count("due") - pending,
      answered: sizeOf(histogram),
      unanswered: count("unanswered"),
      running: count("running"),
      inexact: count("inexact"),
    },
    (share) => histogramQuantile(histogram, share),
    minimum,
  );
}
