import type { Coverage } from "#lib/domain/coverage.ts";
import { money, percent, shareOf } from "./numbers.ts";
import { basisOf, type Card, type Reading, tallyOn } from "./reading.ts";

export const COVERED: readonly { key: keyof Coverage; name: string }[] = [
  { key: "tagged", name: "Tagged" },
  { key: "attributed", name: "Source known" },
  { key: "sendersKnown", name: "Sender known" },
  { key: "startSeen", name: "Start seen" },
];

/** Each kind of coverage as a share: "92 %". */
export const sayCoverage = ({ coverage }: Card) =>
  COVERED.map(({ key, name }) => ({ key, name, share: shareOf(coverage[key].n, coverage[key].of) }));

/** What nobody has judged, and what the headline would be if all of it were good or bad; null where all is judged. */
export function sayBounds({ card, slice }: Reading): { untagged: number; words: string } | null {
  const hasCost = !card.costsHidden && slice.spendMinor !== null;
  const rung = hasCost ? "costPerQualified" : "qualificationRate";
  const untagged = tallyOn(basisOf(rung, slice), slice).undecided;
  if (untagged === 0) return null;
  const say = (value: number) => (hasCost ? money(value, card.currency) : `${percent(value)} qualified`);
  const { allGood, allBad } = card.bounds[rung];
  const ends = [
    ...(allGood === null ? [] : [`${say(allGood)} if all were good`]),
    ...(allBad === null ? [] : [`${say(allBad)} if all were bad`]),
  ];
  return { untagged, words: ends.length === 0 ? "." : `: ${ends.join(", ")}.` };
}
