import type { Conversation } from "#lib/domain/conversation.ts";
import { CONVERSION_WINDOWS, type ConversionWindow, stagesOf, windowMs } from "#lib/domain/stage.ts";
import { isInCohort } from "#lib/domain/tally.ts";

/** Stages are nested, so that a number says how far a conversation came: 0 started to 4 customer. */
export const LEVELS = ["started", "wentOn", "qualified", "handedOff", "customer"] as const;
const BITS = 3;

/** Where the level of a conversion window stands in the number, in bits from its end. */
export const shiftOf = (window: ConversionWindow): number => CONVERSION_WINDOWS.indexOf(window) * BITS;
export const LEVEL_MASK = 2 ** BITS - 1;

/** How far a conversation came within every conversion window, as one number; null outside the cohort. */
export function levelsOf(conversation: Conversation): number | null {
  if (!isInCohort(conversation)) return null;
  let levels = 0;
  for (const window of CONVERSION_WINDOWS) levels |= levelAt(conversation, window) << shiftOf(window);
  return levels;
}

function levelAt(conversation: Conversation, window: ConversionWindow): number {
  const { wentOn, qualified, handedOff, customer } = stagesOf(conversation, windowMs(window));
  return [wentOn, qualified, handedOff, customer].filter(Boolean).length;
}

/** Whether it ever had a customer, within whatever time. */
export const isCustomer = (levels: number | null): boolean =>
  levels !== null && ((levels >> shiftOf("any")) & LEVEL_MASK) === LEVELS.indexOf("customer");
