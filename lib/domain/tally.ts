import type { Conversation } from "./conversation.ts";
import { type ConversionWindow, isMature, type Stages, stagesOf, windowMs } from "./stage.ts";
import type { Sale } from "./sale.ts";

/** Standing sales of one currency, in its minor unit, less refunds; in chat and outside are always apart. */
export interface Revenue {
  immediateMinor: number;
  assistedMinor: number;
  immediate: number;
  assisted: number;
}

/** Counts of a set of conversations. Tallies add: that of a union is the sum of its parts'. */
export interface Tally {
  /** Everything in the window, with those whose start was not seen. */
  all: number;
  /** The cohort: the customer started it in the window, and we saw it start. All stages count within it. */
  started: number;
  answered: number;
  wentOn: number;
  qualified: number;
  handedOff: number;
  accepted: number;
  customers: number;
  purchases: number;
  impliedWentOn: number;
  impliedQualified: number;
  impliedHandedOff: number;
  contradictory: number;
  /** Of the cohort, those with a standing outcome, and those too young for the conversion window. */
  tagged: number;
  /** Neither tagged nor handed off nor sold: what these are, nobody has said. */
  undecided: number;
  immature: number;
  /** Of the immature, those that reached each stage already. */
  immatureWentOn: number;
  immatureQualified: number;
  immatureHandedOff: number;
  immatureCustomers: number;
  /** Coverage, each of `all`. */
  taggedOfAll: number;
  sourceKnown: number;
  sendersKnown: number;
  startsSeen: number;
  /** Sales without an amount, and revenue by currency. */
  unpriced: number;
  revenue: Record<string, Revenue>;
}

/** The tally of no conversation: what tallies are added up from. */
export const emptyTally = (): Tally => ({
  all: 0,
  started: 0,
  answered: 0,
  wentOn: 0,
  qualified: 0,
  handedOff: 0,
  accepted: 0,
  customers: 0,
  purchases: 0,
  impliedWentOn: 0,
  impliedQualified: 0,
  impliedHandedOff: 0,
  contradictory: 0,
  tagged: 0,
  undecided: 0,
  immature: 0,
  immatureWentOn: 0,
  immatureQualified: 0,
  immatureHandedOff: 0,
  immatureCustomers: 0,
  taggedOfAll: 0,
  sourceKnown: 0,
  sendersKnown: 0,
  startsSeen: 0,
  unpriced: 0,
  revenue: {},
});

/**
 * Counts conversations at their conversion window.
 * @param now epoch ms, decides which are immature
 */
export function tally(conversations: readonly Conversation[], window: ConversionWindow, now: number): Tally {
  const total = emptyTally();
  for (const conversation of conversations) count(total, conversation, window, now);
  return total;
}

function count(total: Tally, conversation: Conversation, window: ConversionWindow, now: number): void {
  const stages = stagesOf(conversation, windowMs(window));
  total.all += 1;
  total.taggedOfAll += Number(stages.outcome !== null);
  total.sourceKnown += Number(conversation.touches.length > 0);
  total.sendersKnown += Number(conversation.sendersKnown);
  total.startsSeen += Number(conversation.start.seen);
  if (!isInCohort(conversation)) return;
  total.started += 1;
  total.answered += Number(stages.answered);
  total.wentOn += Number(stages.wentOn);
  total.qualified += Number(stages.qualified);
  total.handedOff += Number(stages.handedOff);
  total.accepted += Number(stages.accepted);
  total.customers += Number(stages.customer);
  total.purchases += stages.sales.length;
  total.impliedWentOn += Number(stages.implied.wentOn);
  total.impliedQualified += Number(stages.implied.qualified);
  total.impliedHandedOff += Number(stages.implied.handedOff);
  total.contradictory += Number(stages.contradictory);
  total.tagged += Number(stages.outcome !== null);
  total.undecided += Number(stages.outcome === null && !stages.qualified);
  if (!isMature(conversation, window, now)) countImmature(total, stages);
  for (const sale of stages.sales) addSale(total, sale);
}

function countImmature(total: Tally, stages: Stages): void {
  total.immature += 1;
  total.immatureWentOn += Number(stages.wentOn);
  total.immatureQualified += Number(stages.qualified);
  total.immatureHandedOff += Number(stages.handedOff);
  total.immatureCustomers += Number(stages.customer);
}

/** A conversation counts as started where the customer began it and the start was seen. */
export const isInCohort = ({ start }: Conversation): boolean => start.seen && start.by === "customer";

function addSale(total: Tally, { amountMinor, currency, how, refunds }: Sale): void {
  if (amountMinor === null || currency === null) {
    total.unpriced += 1;
    return;
  }
  const revenue = revenueIn(total, currency);
  const [sum, sales] =
    how === "in_chat" ? (["immediateMinor", "immediate"] as const) : (["assistedMinor", "assisted"] as const);
  revenue[sum] += amountMinor;
  revenue[sales] += 1;
  for (const refund of refunds)
    if (refund.amountMinor > 0) revenueIn(total, refund.currency)[sum] -= refund.amountMinor;
}

const revenueIn = ({ revenue }: Tally, currency: string): Revenue =>
  (revenue[currency] ??= { immediateMinor: 0, assistedMinor: 0, immediate: 0, assisted: 0 });

/** The tally of two disjoint sets together. */
export const addTallies = (a: Tally, b: Tally): Tally => sumTallies([a, b]);

/** One by one, not in a loop over names: a report adds up thousands of parts, and this is several times as quick. */
function addCounts(sum: Tally, part: Tally): void {
  sum.all += part.all;
  sum.started += part.started;
  sum.answered += part.answered;
  sum.wentOn += part.wentOn;
  sum.qualified += part.qualified;
  sum.handedOff += part.handedOff;
  sum.accepted += part.accepted;
  sum.customers += part.customers;
  sum.purchases += part.purchases;
  sum.impliedWentOn += part.impliedWentOn;
  sum.impliedQualified += part.impliedQualified;
  sum.impliedHandedOff += part.impliedHandedOff;
  sum.contradictory += part.contradictory;
  sum.tagged += part.tagged;
  sum.undecided += part.undecided;
  sum.immature += part.immature;
  sum.immatureWentOn += part.immatureWentOn;
  sum.immatureQualified += part.immatureQualified;
  sum.immatureHandedOff += part.immatureHandedOff;
  sum.immatureCustomers += part.immatureCustomers;
  sum.taggedOfAll += part.taggedOfAll;
  sum.sourceKnown += part.sourceKnown;
  sum.sendersKnown += part.sendersKnown;
  sum.startsSeen += part.startsSeen;
  sum.unpriced += part.unpriced;
}

/** The tally of disjoint sets together. */
export function sumTallies(parts: readonly Tally[]): Tally {
  const sum = emptyTally();
  for (const part of parts) {
    addCounts(sum, part);
    for (const [currency, revenue] of Object.entries(part.revenue)) {
      const into = revenueIn(sum, currency);
      for (const key of Object.keys(into) as (keyof Revenue)[]) into[key] += revenue[key];
    }
  }
  return sum;
}
