import { type Day, type Days, shareByDays } from "./day.ts";
import { Exact, roundMinor } from "./money.ts";

/** What a conversation costs besides what the platform charged (definitions, What costs count). */
export const COST_KINDS = [
  "creator_fee",
  "usage_rights",
  "whitelisting",
  "exclusivity",
  "bonus",
  "messaging_fees",
  "hourly_rate",
  "other",
] as const;
export type CostKind = (typeof COST_KINDS)[number];

/** What the interface calls each. */
export const COST_NAMES: Record<CostKind, string> = {
  creator_fee: "Creator fee",
  usage_rights: "Usage rights",
  whitelisting: "Whitelisting",
  exclusivity: "Exclusivity",
  bonus: "Bonus",
  messaging_fees: "Messaging fees",
  hourly_rate: "Hourly rate",
  other: "Other",
};

/**
 * One cost with its source and term. `amountMinor` is for the whole term, or for one hour where `hours` says how
 * many there were. `campaign` or `creator` names what it was paid for; with neither it is everybody's.
 */
export interface CostLine {
  id: string;
  kind: CostKind;
  name: string;
  amountMinor: number;
  currency: string;
  hours: number | null;
  from: Day;
  to: Day;
  campaign: string | null;
  creator: string | null;
}

/** The cost of a line within a window of days, both ends counted: its share by days, integer minor units. */
export function costWithin({ amountMinor, hours, from, to }: CostLine, window: Days): number {
  if (to < window.from || from > window.to) return 0;
  const whole = hours === null ? amountMinor : roundMinor(new Exact(amountMinor).times(hours));
  const first = from < window.from ? window.from : from;
  const last = to > window.to ? window.to : to;
  return first === from && last === to ? whole : shareByDays(whole, { from, to }, { from: first, to: last });
}

/** The lines of one currency within a window, summed. */
export const sumCosts = (lines: readonly CostLine[], window: Days, currency: string | null): number =>
  lines.filter((line) => line.currency === currency).reduce((sum, line) => sum + costWithin(line, window), 0);
