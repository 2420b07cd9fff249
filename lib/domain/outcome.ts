import type { Names } from "./named-list.ts";

/** What a conversation became, from worst to best (definitions, Outcome). */
export const OUTCOMES = [
  "unqualified",
  "partially_qualified",
  "qualified",
  "sales_ready",
  "converted",
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const OUTCOME_NAMES: Record<Outcome, string> = {
  unqualified: "Unqualified",
  partially_qualified: "Partially qualified",
  qualified: "Qualified",
  sales_ready: "Sales-ready",
  converted: "Converted",
};

/** Reasons that come with the product; a team may add its own in words. */
export const REASONS = [
  "out_of_area",
  "no_budget",
  "no_need",
  "not_decision_maker",
  "support_question",
  "spam",
  "no_answer",
] as const;
export type Reason = (typeof REASONS)[number];

export const REASON_NAMES: Record<Reason, string> = {
  out_of_area: "Out of area",
  no_budget: "No budget",
  no_need: "No need",
  not_decision_maker: "Not the decision maker",
  support_question: "Support question",
  spam: "Spam",
  no_answer: "No answer",
};

/** Where a qualified conversation is handed off to. */
export const HANDOFFS = ["sales", "booking", "quote", "checkout"] as const;
export type HandoffKind = (typeof HANDOFFS)[number];

export const HANDOFF_NAMES: Record<HandoffKind, string> = {
  sales: "Sales",
  booking: "Booking",
  quote: "Quote",
  checkout: "Checkout",
};

/** Qualified, or better. */
export const isQualified = (outcome: Outcome): boolean =>
  OUTCOMES.indexOf(outcome) >= OUTCOMES.indexOf("qualified");

/** A reason's words: as the team calls it, else the product's own, else the team's text as it stands. */
export const reasonName = (reason: string, names: Names): string =>
  names[reason] ?? REASON_NAMES[reason as Reason] ?? reason;
