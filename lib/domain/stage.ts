import type { Conversation } from "./conversation.ts";
import { isQualified } from "./outcome.ts";
import type { Sale } from "./sale.ts";
import type { Tag } from "./tag.ts";

/** Outcomes count when they happen this many days after the start; "any" counts them whenever (and matures at 90). */
export const CONVERSION_WINDOWS = [1, 7, 14, 30, 90, "any"] as const;
export type ConversionWindow = (typeof CONVERSION_WINDOWS)[number];

const DAY_MS = 86_400_000;

/** What one conversation reached, within a time after its start. Stages are nested: each implies those before it. */
export interface Stages {
  answered: boolean;
  wentOn: boolean;
  qualified: boolean;
  handedOff: boolean;
  accepted: boolean;
  customer: boolean;
  /** Reached only because a later stage was. */
  implied: { wentOn: boolean; qualified: boolean; handedOff: boolean };
  outcome: Tag | null;
  sales: Sale[];
  /** Handed off or sold, yet tagged below qualified: listed to be settled. */
  contradictory: boolean;
}

/** Milliseconds after the start within which an outcome counts. */
export const windowMs = (window: ConversionWindow): number =>
  window === "any" ? Number.POSITIVE_INFINITY : window * DAY_MS;

/** Old enough for its outcomes to be compared: the window is over ("any" matures at 90 days). */
export const isMature = ({ start }: Conversation, window: ConversionWindow, now: number): boolean =>
  now >= start.at + (window === "any" ? 90 : window) * DAY_MS;

/** The stages of a conversation at an age of `ageMs` after its start (definitions, The ladder). */
export function stagesOf(conversation: Conversation, ageMs: number): Stages {
  const { start, tags, handoffs, firstAnswerAt, wentOnAt } = conversation;
  const isWithin = (at: number | null): at is number => at !== null && at <= start.at + ageMs;
  const outcome = tags.findLast(({ withdrawn, at }) => !withdrawn && isWithin(at)) ?? null;
  const offers = handoffs.filter(({ at, returnedAt }) => isWithin(at) && !isWithin(returnedAt));
  const sales = conversation.sales.filter(({ at }) => isWithin(at));

  const customer = sales.length > 0;
  const isOffered = offers.length > 0;
  const handedOff = customer || isOffered;
  const isTaggedQualified = outcome !== null && isQualified(outcome.outcome);
  const qualified = handedOff || isTaggedQualified;
  const hasGoneOn = isWithin(wentOnAt);
  return {
    answered: isWithin(firstAnswerAt),
    wentOn: qualified || hasGoneOn,
    qualified,
    handedOff,
    accepted: offers.some(({ acceptedAt }) => isWithin(acceptedAt)),
    customer,
    implied: {
      wentOn: qualified && !hasGoneOn,
      qualified: handedOff && !isTaggedQualified,
      handedOff: customer && !isOffered,
    },
    outcome,
    sales,
    contradictory: handedOff && outcome !== null && !isTaggedQualified,
  };
}
