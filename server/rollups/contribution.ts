import { countedName, NAMED } from "#lib/domain/counted-name.ts";
import { bucketOf } from "#lib/domain/histogram.ts";
import { type Clock, clocksOf } from "#lib/domain/response-time.ts";
import type { Counted } from "#lib/domain/scorecard-query.ts";
import { CONVERSION_WINDOWS } from "#lib/domain/stage.ts";
import { type Tally, tally } from "#lib/domain/tally.ts";
import type { Thread } from "#lib/domain/thread.ts";
import { countedTouch } from "#lib/domain/touch.ts";
import { dayNumberAt } from "./days.ts";
import type { Delta, KeyPart } from "./delta.ts";
import {
  BUCKETS_A_ROW,
  columnOf,
  type Counter,
  counterColumn,
  COUNTERS_ROW,
  PLAIN,
  SOLD,
  WINDOWED,
} from "./measures.ts";
import type { RollupRules } from "./rules.ts";
import { sourceKey } from "./source.ts";
import { BLOCK_DAYS, CELLS, CELLS_BY, REVENUE, REVENUE_BY, type RollupTable, TIMES } from "./table.ts";

/** Before everything: nothing is missed yet that is still running, which a report adds at its own moment. */
const NOT_YET = 0;
/** After everything: nothing is immature, which a report takes off at its own moment. */
const LONG_AFTER = Number.MAX_SAFE_INTEGER;

/** Where a conversation's source is counted. */
export const sourceOfConversation = ({ conversation }: Counted, { rule }: RollupRules): string =>
  sourceKey(countedTouch(conversation.touches, rule)?.source ?? null);

/** What is timed of a conversation, as far as it does not depend on the moment. */
export const clocksCounted = ({ thread, conversation }: Counted, { response }: RollupRules): Clock[] =>
  clocksOf(conversation, thread.channel, response, NOT_YET);

/** Adds what one conversation counts for, or takes it off (`sign` -1). */
export function contribute(delta: Delta, counted: Counted, rules: RollupRules, sign: 1 | -1): void {
  const { thread, conversation } = counted;
  const source = sourceOfConversation(counted, rules);
  const tallies = CONVERSION_WINDOWS.map((window) => tally([conversation], window, LONG_AFTER));
  const names = NAMED.map((by) => ({ by, name: countedName(conversation, by, rules.rule) }));
  for (const place of placesOf(thread, conversation.start.at, rules)) {
    const [level, block, asset, channel] = place;
    addCounts(delta, [CELLS, REVENUE], [...place, source], tallies, sign);
    for (const { by, name } of names)
      if (name !== null) {
        const key = [level, block, by, asset, channel, name, source];
        addCounts(delta, [CELLS_BY, REVENUE_BY], key, tallies, sign);
      }
  }
  for (const clock of clocksCounted(counted, rules))
    for (const place of placesOf(thread, clock.startedAt, rules))
      addClock(delta, [...place, clock.metric], clock, sign);
}

type Place = [level: number, block: number, asset: string, channel: string];

const placesOf = ({ asset, channel }: Thread, at: number, { timeZone }: RollupRules): Place[] => {
  const day = dayNumberAt(at, timeZone);
  return BLOCK_DAYS.map((days, level) => [level, Math.floor(day / days), asset, channel]);
};

const WINDOW_COLUMNS = CONVERSION_WINDOWS.map((window) =>
  WINDOWED.map((name) => [name, columnOf(name, window)] as const),
);

/** @param tallies of one conversation, one for each conversion window */
function addCounts(
  delta: Delta,
  [cells, revenue]: readonly [RollupTable, RollupTable],
  key: readonly KeyPart[],
  tallies: readonly Tally[],
  sign: number,
): void {
  const add = delta.adder(cells, key);
  for (const [n, window] of CONVERSION_WINDOWS.entries()) {
    const counts = tallies[n];
    if (!counts) continue;
    if (n === 0) for (const name of PLAIN) add(columnOf(name), sign * counts[name]);
    for (const [name, column] of WINDOW_COLUMNS[n] ?? []) add(column, sign * counts[name]);
    for (const [currency, sold] of Object.entries(counts.revenue)) {
      const addSold = delta.adder(revenue, [...key, currency]);
      for (const name of SOLD) addSold(columnOf(name, window), sign * sold[name]);
    }
  }
}

function addClock(
  delta: Delta,
  key: readonly KeyPart[],
  { inexact, endedAt, deadline, tookMs, state }: Clock,
  sign: number,
): void {
  const add = delta.adder(TIMES, [...key, COUNTERS_ROW]);
  const count = (counter: Counter) => add(counterColumn(counter), sign);
  if (inexact) return count("inexact");
  if (state === "met") count("met");
  if (state === "missed") count("missed");
  if (endedAt === null) {
    count("running");
    if (deadline !== null) count("due");
  } else if (tookMs === null) count("unanswered");
  if (tookMs === null) return;
  const bucket = bucketOf(tookMs);
  delta.adder(TIMES, [...key, Math.floor(bucket / BUCKETS_A_ROW)])(`n${bucket % BUCKETS_A_ROW}`, sign);
}
