import type { Standing } from "#lib/domain/best-of-many.ts";
import type { Card } from "./reading.ts";

/** The best or the worst of many, in words. */
export interface StandingSaid {
  key: string;
  name: string;
  /** "told apart from the others (p 0.004)", "not told apart yet (p 0.31)". */
  words: string;
  toldApart: boolean;
}

export interface RankingSaid {
  best: StandingSaid;
  worst: StandingSaid;
  /** "Of 3 ranked by cost per qualified conversation; p by Holm's step-down (1979)." */
  how: string;
}

const chance = (p: number): string => (p < 0.001 ? "p below 0.001" : `p ${p.toFixed(p < 0.1 ? 3 : 2)}`);

/** The cheapest and the dearest group; null where fewer than two can be ranked. */
export function sayRanking({ ranking, groups, query }: Card): RankingSaid | null {
  if (!ranking) return null;
  const say = ({ key, p, toldApart }: Standing): StandingSaid => ({
    key,
    name: groups.find((group) => group.key === key)?.label ?? key,
    words: `${toldApart ? "told apart from the others" : "not told apart yet"} (${chance(p)})`,
    toldApart,
  });
  return {
    best: say(ranking.best),
    worst: say(ranking.worst),
    how: `Of ${ranking.ranked} with a recorded cost and at least ${query.minimum} conversations, each beside all the others together, at one age; p by Holm's step-down (1979).`,
  };
}
