import type { Figure } from "#lib/domain/figure.ts";
import type { Rung } from "#lib/domain/ladder.ts";
import { count, money, percent, percentFine } from "./numbers.ts";

/** The rungs, and CPA, which stands beside them. */
export type Priced = Rung | "cpa";

const RATES: ReadonlySet<Priced> = new Set(["replyRate", "qualificationRate", "handoffRate", "closeRate"]);
export const isRate = (rung: Priced): boolean => RATES.has(rung);

export const isCost = (rung: Priced): boolean => !isRate(rung) && rung !== "revenuePerConversation";

/** What is needed to say a figure in words. */
export interface Telling {
  rung: Priced;
  figure: Figure;
  /** The report's currency; null while none is known. */
  currency: string | null;
  /** Conversations that the figure is about. */
  started: number;
  /** The member may not see money. */
  costsHidden: boolean;
}

/** A figure as it is shown: its value, or a bound, and its state in words where it is not simply so. */
export interface Said {
  value: string | null;
  /** "at least" where the value is a bound. */
  before: string | null;
  state: string | null;
  /** The 95 % interval in words, where there is one. */
  interval: string | null;
}

/** Says a figure in words (definitions, States). It never says 0 or infinity for want of data. */
export function say({ rung, figure, currency, started, costsHidden }: Telling): Said {
  const amount = (value: number) => (isRate(rung) ? percent(value) : money(value, currency));
  const { state, value, low, high, needed } = figure;
  const nothing = { value: null, before: null, state: null, interval: null };
  // Money in no currency yet: nothing was spent or sold so far.
  if (!isRate(rung) && currency === null && state !== "no_data")
    return { ...nothing, state: rung === "revenuePerConversation" ? "no sale yet" : "no cost recorded" };
  if (state === "no_data") return { ...nothing, state: whyNothing({ rung, figure, started, costsHidden }) };
  if (state === "none_yet") {
    const none = started > 0 ? `none of ${count(started)} yet` : "none yet";
    return low === null
      ? { ...nothing, state: none }
      : { ...nothing, before: "at least", value: amount(low), state: none };
  }
  const fine = (share: number) => (isRate(rung) ? percentFine(share) : money(share, currency));
  return {
    value: value === null ? null : amount(value),
    before: null,
    state: state === "not_enough" ? `not enough yet, ${count(needed)} more` : null,
    interval: low === null || high === null ? null : `${fine(low)} to ${fine(high)}`,
  };
}

/** Value and what comes before it; the state where there is no value. */
export const inShort = ({ value, before, state }: Said): string =>
  value === null ? (state ?? "") : [before, value].filter((part) => part !== null).join(" ");

function whyNothing({
  rung,
  figure,
  started,
  costsHidden,
}: Pick<Telling, "rung" | "figure" | "started" | "costsHidden">): string {
  if (!isRate(rung) && costsHidden) return "managers see costs";
  if (isCost(rung) && figure.numerator === null) return "no cost recorded";
  if (started === 0) return isCost(rung) ? "none from these ads" : "no data";
  if (rung === "revenuePerConversation") return "no amounts in this currency";
  if (rung === "handoffRate") return "none qualified yet";
  return rung === "closeRate" ? "none handed off yet" : "no data";
}

/** The count behind a figure, as a sentence part: "160 of 400", "$6,000.00 for 160". */
export function countOf({ rung, figure, currency }: Pick<Telling, "rung" | "figure" | "currency">): string {
  const { numerator, denominator } = figure;
  if (isRate(rung)) return `${count(numerator ?? 0)} of ${count(denominator)}`;
  return numerator === null ? count(denominator) : `${money(numerator, currency)} for ${count(denominator)}`;
}
