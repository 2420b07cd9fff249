import { wilson } from "./interval.ts";

/** `ok`; too few to say; a cost but nothing bought yet; nothing to say at all. Never 0 or infinity for want of data. */
export type FigureState = "ok" | "not_enough" | "none_yet" | "no_data";

/**
 * One figure of the ladder. Rates are fractions; costs and revenue are minor units of the report's currency, rounded
 * once. `low` and `high` are a 95 % interval, null where there is none. `needed` is how many more make it `ok`.
 */
export interface Figure {
  value: number | null;
  low: number | null;
  high: number | null;
  numerator: number | null;
  denominator: number;
  state: FigureState;
  immature: number;
  needed: number;
}

/** Figures are not ranked below this many conversations (default). */
export const MINIMUM_VOLUME = 30;

export interface FigureRules {
  minimum: number;
  immature: number;
}

const figure = (
  part: Partial<Figure> & Pick<Figure, "state" | "denominator">,
  rules: FigureRules,
): Figure => ({
  value: null,
  low: null,
  high: null,
  numerator: null,
  immature: rules.immature,
  needed: 0,
  ...part,
});

const stateFor = (n: number, minimum: number): Pick<Figure, "state" | "needed"> =>
  n < minimum ? { state: "not_enough", needed: minimum - n } : { state: "ok", needed: 0 };

/** A rate with Wilson's interval; `of` 0 is "no data". */
export function rate(hits: number, of: number, rules: FigureRules): Figure {
  if (of === 0)
    return figure({ state: "no_data", denominator: 0, numerator: hits, needed: rules.minimum }, rules);
  return figure(
    {
      value: hits / of,
      ...wilson(hits, of),
      numerator: hits,
      denominator: of,
      ...stateFor(of, rules.minimum),
    },
    rules,
  );
}

/**
 * Cost per X: cost / hits, with Wilson's interval of hits / n turned over: low = cost / (n x upper),
 * high = cost / (n x lower). With no hit yet there is only the lower bound.
 * @param costMinor integer minor units, null where no cost is recorded
 * @param hits conversations that reached X
 * @param n conversations counted
 */
export function costPer(costMinor: number | null, hits: number, n: number, rules: FigureRules): Figure {
  const base = { numerator: costMinor, denominator: hits };
  if (costMinor === null || n === 0)
    return figure({ ...base, state: "no_data", needed: Math.max(0, rules.minimum - n) }, rules);
  const { low, high } = wilson(hits, n);
  const bound = { low: Math.round(costMinor / (n * high)) };
  if (hits === 0)
    return figure({ ...base, ...bound, state: "none_yet", needed: Math.max(0, rules.minimum - n) }, rules);
  const value = Math.round(costMinor / hits);
  return figure(
    { ...base, ...bound, value, high: Math.round(costMinor / (n * low)), ...stateFor(n, rules.minimum) },
    rules,
  );
}

/** Money divided by a count, without an interval: cost per message, revenue per conversation, CPA. */
export function perUnit(amountMinor: number | null, count: number, n: number, rules: FigureRules): Figure {
  const base = { numerator: amountMinor, denominator: count };
  if (amountMinor === null || n === 0)
    return figure({ ...base, state: "no_data", needed: Math.max(0, rules.minimum - n) }, rules);
  if (count === 0)
    return figure({ ...base, state: "none_yet", needed: Math.max(0, rules.minimum - n) }, rules);
  return figure({ ...base, value: Math.round(amountMinor / count), ...stateFor(n, rules.minimum) }, rules);
}
