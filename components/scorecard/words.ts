import { formatMinor } from "#lib/domain/amount.ts";
import type { Figure } from "#lib/domain/figure.ts";
import type { Rung } from "#lib/domain/ladder.ts";

const RATES: ReadonlySet<Rung> = new Set(["replyRate", "qualificationRate", "handoffRate", "closeRate"]);
export const isRate = (rung: Rung): boolean => RATES.has(rung);

const isCost = (rung: Rung): boolean => !isRate(rung) && rung !== "revenuePerConversation";

/** What is needed to say a figure in words. */
export interface Telling {
  rung: Rung;
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

const percent = (share: number): string =>
  new Intl.NumberFormat(undefined, { style: "percent", maximumFractionDigits: 0 }).format(share);
const percentFine = (share: number): string =>
  new Intl.NumberFormat(undefined, { style: "percent", maximumFractionDigits: 1 }).format(share);
const plural = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

/** Says a figure in words (definitions, States). It never says 0 or infinity for want of data. */
export function say({ rung, figure, currency, started, costsHidden }: Telling): Said {
  const amount = (value: number) => (isRate(rung) ? percent(value) : money(value, currency));
  const { state, value, low, high, needed } = figure;
  const nothing = { value: null, before: null, state: null, interval: null };
  if (state === "no_data") return { ...nothing, state: whyNothing({ rung, figure, started, costsHidden }) };
  if (state === "none_yet") {
    const none = started > 0 ? `none of ${started} yet` : "none yet";
    return low === null
      ? { ...nothing, state: none }
      : { ...nothing, before: "at least", value: amount(low), state: none };
  }
  const fine = (share: number) => (isRate(rung) ? percentFine(share) : money(share, currency));
  return {
    value: value === null ? null : amount(value),
    before: null,
    state: state === "not_enough" ? `not enough yet, ${plural(needed, "more", "more")}` : null,
    interval: low === null || high === null ? null : `${fine(low)} to ${fine(high)}`,
  };
}

function whyNothing({
  rung,
  figure,
  started,
  costsHidden,
}: Pick<Telling, "rung" | "figure" | "started" | "costsHidden">): string {
  if (!isRate(rung) && costsHidden) return "managers see costs";
  if (isCost(rung) && figure.numerator === null) return "no cost recorded";
  if (started === 0) return isCost(rung) ? "none from these ads" : "no data";
  if (rung === "revenuePerConversation") return "no sales in this currency";
  if (rung === "handoffRate") return "none qualified yet";
  return rung === "closeRate" ? "none handed off yet" : "no data";
}

const money = (minor: number, currency: string | null): string =>
  currency === null ? "" : formatMinor(minor, currency);

/** The count behind a figure, as a sentence part: "160 of 400", "$6,000.00 for 160". */
export function countOf({ rung, figure, currency }: Pick<Telling, "rung" | "figure" | "currency">): string {
  const { numerator, denominator } = figure;
  if (isRate(rung)) return `${numerator ?? 0} of ${denominator}`;
  return numerator === null ? String(denominator) : `${money(numerator, currency)} for ${denominator}`;
}

/** The share of a whole in words: "92 %", or "nobody" of nothing. */
export const shareOf = (n: number, of: number): string => (of === 0 ? "none" : percent(n / of));
