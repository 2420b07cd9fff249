import type { Part } from "#lib/domain/scorecard-part.ts";
import { emptyTally, type Tally } from "#lib/domain/tally.ts";
import { threadKey } from "#lib/domain/thread.ts";
import { dayNumberAt, dayOfNumber } from "#server/rollups/days.ts";
import { LEVELS } from "#server/rollups/levels.ts";
import { PLAIN, SOLD, WINDOWED } from "#server/rollups/measures.ts";
import { sourceOf } from "#server/rollups/source.ts";
import type { BuyerRow, CountRow, LevelRow, PartKey, SoldRow } from "./parts-asked.ts";

/** Parts by the stretch that they are of. */
export type Stretches = Map<number, Part[]>;

/** The parts that rows of sums make: each source once a stretch, with its revenue. */
export function partsOfRows(counts: readonly CountRow[], sold: readonly SoldRow[]): Stretches {
  const parts = new Map<string, { stretch: number; part: Part }>();
  const partAt = (key: PartKey): Part => {
    const text = JSON.stringify(key);
    const known = parts.get(text);
    if (known) return known.part;
    const part = partOf(key, emptyTally());
    parts.set(text, { stretch: key[0], part });
    return part;
  };
  for (const [stretch, source, channel, day, name, ...sums] of counts) {
    const { tally } = partAt([stretch, source, channel, day, name]);
    for (const [n, count] of COUNTS.entries()) tally[count] = sums[n] ?? 0;
    tally.sourceKnown = source === "" ? 0 : tally.all;
  }
  for (const [stretch, source, channel, day, name, currency, ...sums] of sold) {
    if (sums.every((sum) => sum === 0)) continue;
    const { tally } = partAt([stretch, source, channel, day, name]);
    const revenue = { immediateMinor: 0, assistedMinor: 0, immediate: 0, assisted: 0 };
    for (const [n, sum] of SOLD.entries()) revenue[sum] = sums[n] ?? 0;
    tally.revenue[currency] = revenue;
  }
  const all = [...parts.values()];
  return new Map(
    [...Map.groupBy(all, ({ stretch }) => stretch)].map(([stretch, some]) => [
      stretch,
      some.map(({ part }) => part),
    ]),
  );
}

const COUNTS = [...PLAIN, ...WINDOWED];

const partOf = ([, source, channel, day, name]: PartKey, tally: Tally): Part => ({
  source: sourceOf(source),
  channel,
  day: day === null ? null : dayOfNumber(day),
  name,
  tally,
  buyers: [],
});

/** What is immature of parts that are so as a whole: it is added, nothing else is. */
export const immatureOf = (part: Part): Part => ({
  ...part,
  tally: {
    ...emptyTally(),
    immature: part.tally.started,
    immatureWentOn: part.tally.wentOn,
    immatureQualified: part.tally.qualified,
    immatureHandedOff: part.tally.handedOff,
    immatureCustomers: part.tally.customers,
  },
});

/** What is immature of single conversations, by how far they came. */
export function immatureParts(rows: readonly LevelRow[]): Part[] {
  return rows.map(([stretch, source, channel, day, name, level, count]) => {
    const reached = (stage: (typeof LEVELS)[number]) => (level >= LEVELS.indexOf(stage) ? count : 0);
    const tally = {
      ...emptyTally(),
      immature: count,
      immatureWentOn: reached("wentOn"),
      immatureQualified: reached("qualified"),
      immatureHandedOff: reached("handedOff"),
      immatureCustomers: reached("customer"),
    };
    return partOf([stretch, source, channel, day, name], tally);
  });
}

/** Customers that may be one: counted already, named here. */
export const buyerParts = (rows: readonly BuyerRow[], timeZone: string): Part[] =>
  rows.map(([stretch, source, of, at, name, asset, channel, id]) => ({
    ...partOf([stretch, source, of, at === null ? null : dayNumberAt(at, timeZone), name], emptyTally()),
    buyers: [threadKey({ channel, asset, id })],
  }));
