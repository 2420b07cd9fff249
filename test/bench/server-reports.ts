import { addDays, dayOf, startOfDay } from "#lib/domain/day.ts";
import type { ScorecardAnswer } from "#lib/contract.ts";
import { readScorecard } from "#server/reports/scorecard.ts";
import { type Answered, duckOf } from "#test/bench/duck.ts";
import { type Flat, flatten } from "#test/bench/flat-rows.ts";
import { loadConversations, loadSpend, startAlone } from "#test/bench/loaded-server.ts";
import { medianOf } from "#test/bench/measure.ts";
import { rawRowsIn } from "#test/bench/raw-rows.ts";
import { below, type Row, shown } from "#test/bench/row.ts";

const SIZES = [10_000, 100_000, 1_000_000];
const DAYS = 90;
const TURNS = 200;
/** The references take longer, and vary less. */
const DUCK_TURNS = 50;
const RAW_TURNS = 5;

/** The scorecard by campaign over 90 days, from rollups, beside the same question of all conversations. */
export async function rows(): Promise<Row[]> {
  const all: Row[] = [];
  for (const size of SIZES) all.push(...(await rowsAt(size)));
  return all;
}

async function rowsAt(size: number): Promise<Row[]> {
  // At noon: of one day in the window half is old enough for the conversion window.
  const now = Date.UTC(2026, 10, 20, 12);
  const { ctx, stop } = await startAlone(now);
  const flat: Flat = { conversations: [], times: [] };
  const hear = (counted: Parameters<typeof flatten>[1]) => flatten(flat, counted, now);
  const to = dayOf(now, "UTC");
  const from = addDays(to, 1 - DAYS);
  await loadConversations(ctx, { count: size / 10, first: 0, days: DAYS, ago: DAYS - 0.5 }, hear);
  await loadConversations(ctx, { count: size, first: size, days: DAYS - 0.5, ago: 0 }, hear);
  await loadSpend(ctx, 2 * DAYS);
  const name = `scorecard by campaign, ${DAYS} days, ${size.toLocaleString("en")} conversations`;
  const asked = { from: startOfDay(from, "UTC"), until: startOfDay(addDays(to, 1), "UTC") };
  const duck = await duckOf(flat);
  const raw = await rawRowsIn(ctx.db, flat);
  try {
    const report = () => readScorecard({ ctx, input: { from, to, by: "campaign", window: 30 } });
    const ours = await milliseconds(report, TURNS);
    const duckMs = await milliseconds(() => duck.ask(asked), DUCK_TURNS);
    const rawMs = await milliseconds(() => raw.ask(asked), RAW_TURNS);
    const isLarge = size === SIZES.at(-1);
    return [
      ...(size === SIZES[0] ? [below(`${name}, median of ${TURNS}`, "ms", ours, 5)] : []),
      faster(
        { metric: name, ours, reference: duckMs, referenceName: "DuckDB in memory" },
        isLarge ? 3 : null,
      ),
      faster(
        { metric: name, ours, reference: rawMs, referenceName: "raw rows in PostgreSQL" },
        isLarge ? 50 : null,
      ),
      ...(await besideDuck(name, await report(), await duck.ask(asked))),
      shown(`${name}: answered in all`, "conversations", flat.conversations.length),
    ];
  } finally {
    duck.stop();
    await raw.stop();
    await stop();
  }
}

/** Median of so many runs, after some to warm up. */
async function milliseconds(work: () => Promise<unknown>, turns: number): Promise<number> {
  const times: number[] = [];
  for (let turn = -Math.ceil(turns / 10); turn < turns; turn += 1) {
    const begin = performance.now();
    await work();
    if (turn >= 0) times.push(performance.now() - begin);
  }
  return medianOf(times);
}

/** Times beside times: `ratio` says how many times as fast ours is. */
function faster(
  {
    metric,
    ours,
    reference,
    referenceName,
  }: Pick<Row, "metric" | "ours"> & { reference: number; referenceName: string },
  times: number | null,
): Row {
  const ratio = reference / ours;
  return {
    metric: `${metric}, beside ${referenceName}`,
    unit: "ms",
    ours,
    reference,
    referenceName,
    ratio,
    target: times === null ? null : `at least ${times} times as fast`,
    met: times === null ? null : ratio >= times,
  };
}

/** Counts and sums that differ from DuckDB's, and how far the worst median is away. */
async function besideDuck(name: string, card: ScorecardAnswer, duck: Answered): Promise<Row[]> {
  const ours = new Map(
    card.groups.map(({ label, tally, revenueMinor }) => [
      label,
      [tally.started, tally.wentOn, tally.qualified, tally.handedOff, tally.customers, revenueMinor ?? 0],
    ]),
  );
  const counted = duck.counts.flatMap(({ campaign, numbers }) =>
    numbers.map((number, n) => Number(ours.get(campaign)?.[n] !== number)),
  );
  const times = new Map(Object.entries(card.responseTimes ?? {}));
  const errors = duck.medians.map(({ metric, median }) => {
    const mine = times.get(metric as keyof typeof card.responseTimes)?.medianMs ?? Number.NaN;
    return mine === median ? 0 : (Math.abs(mine - median) / median) * 100;
  });
  const differing = counted.reduce((sum, one) => sum + one, 0) + Math.abs(duck.counts.length - ours.size);
  return [
    below(`${name}: of ${counted.length} counts and sums, other than DuckDB's`, "figures", differing, 1),
    below(`${name}: the worst of ${errors.length} medians, beside DuckDB's`, "%", Math.max(...errors), 2),
  ];
}
