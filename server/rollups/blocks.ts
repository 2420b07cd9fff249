import { BLOCK_DAYS } from "./table.ts";

/** A block of days as the rollups hold it, and which stretch of a report it belongs to. */
export interface Block {
  level: number;
  block: number;
  stretch: number;
}

/** Days counted since 1970, both ends counted; `from` after `to` is no day. */
export interface Stretch {
  from: number;
  to: number;
}

const [, LONG] = BLOCK_DAYS;
/** No instant is earlier than 1970, or later than the year 2200: no zone is more than a day away. */
const [FIRST, LAST] = [-1, 84_010];
const within = ({ from, to }: Stretch): Stretch => ({ from: Math.max(from, FIRST), to: Math.min(to, LAST) });

/** The fewest blocks that hold the days of each stretch: long ones in the middle, days at the ends. */
export const blocksOf = (stretches: readonly Stretch[]): Block[] =>
  stretches.map(within).flatMap(({ from, to }, stretch) => {
    const blocks: Block[] = [];
    for (let day = from; day <= to;) {
      const isLong = day % LONG === 0 && day + LONG - 1 <= to;
      blocks.push({ level: isLong ? 1 : 0, block: isLong ? day / LONG : day, stretch });
      day += isLong ? LONG : 1;
    }
    return blocks;
  });

/** Every day of each stretch by itself. */
export const daysOf = (stretches: readonly Stretch[]): Block[] =>
  stretches
    .map(within)
    .flatMap(({ from, to }, stretch) =>
      Array.from({ length: Math.max(0, to - from + 1) }, (_, n) => ({ level: 0, block: from + n, stretch })),
    );
