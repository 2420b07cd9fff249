import { type Bounds, boundsOf, type Coverage } from "#lib/domain/coverage.ts";
import { money, percent, shareOf } from "./numbers.ts";
import { basisOf, type Card, figureOf, type Reading, tallyOn } from "./reading.ts";

export const COVERED: readonly { key: keyof Coverage; name: string }[] = [
  { key: "tagged", name: "Tagged" },
  { key: "attributed", name: "Source known" },
  { key: "sendersKnown", name: "Sender known" },
  { key: "startSeen", name: "Start seen" },
];

/** Each kind of coverage as a share: "92 %". */
export const sayCoverage = ({ coverage }: Card) =>
  COVERED.map(({ key, name }) => ({ key, name, share: shareOf(coverage[key].n, coverage[key].of) }));

/** What nobody has judged, and how far that could move the headline. */
export interface Untagged {
  untagged: number;
  rate: Bounds;
  /** Minor units; null where no cost is known or shown. */
  cost: Bounds | null;
}

/** The bounds of what the headline is: of the conversations that a cost is shared by or, without one, of all. */
export function untaggedOf({ card, slice }: Reading): Untagged {
  const hasCost = !card.costsHidden && slice.spendMinor !== null;
  const basis = hasCost ? basisOf("costPerQualified", slice) : "blended";
  const tally = tallyOn(basis, slice);
  const { costPerQualified, qualificationRate } = boundsOf(tally, figureOf("costPerQualified", slice, basis));
  return { untagged: tally.undecided, rate: qualificationRate, cost: hasCost ? costPerQualified : null };
}

/** The same in words; null where all is judged. */
export function sayBounds(reading: Reading): { untagged: number; words: string } | null {
  const { untagged, rate, cost } = untaggedOf(reading);
  if (untagged === 0) return null;
  const say = (value: number) => (cost ? money(value, reading.card.currency) : `${percent(value)} qualified`);
  const { allGood, allBad } = cost ?? rate;
  const ends = [
    ...(allGood === null ? [] : [`${say(allGood)} if all were good`]),
    ...(allBad === null ? [] : [`${say(allBad)} if all were bad`]),
  ];
  return { untagged, words: ends.length === 0 ? "." : `: ${ends.join(", ")}.` };
}
