import { RUNG_NAMES } from "#lib/domain/ladder.ts";
import type { Priced } from "./words.ts";

/** What a rung divides by what, and what counts as either. */
export interface Meaning {
  name: string;
  numerator: string;
  denominator: string;
  counts: string;
}

const STARTED = "Started: the customer wrote first, and the start was seen.";
const SPEND = "Spend: what the platform charged.";
const WENT_ON =
  "Went on: the customer wrote again after our first answer, a person's or a conversational bot's; a greeting is none.";
const QUALIFIED =
  "Qualified: tagged qualified, sales-ready or converted; or handed off, or sold, which implies it.";
const HANDED_OFF =
  "Handed off: offered to sales, booking, quote or checkout and not returned; or sold, which implies it.";
const CUSTOMERS = "Customers: conversations with at least one standing sale.";
const TOTAL = "Total cost: the spend and the cost lines of these days.";

const MEANINGS: Record<Priced, Omit<Meaning, "name">> = {
  costPerMessage: { numerator: "spend", denominator: "started", counts: `${SPEND} ${STARTED}` },
  replyRate: { numerator: "went on", denominator: "started", counts: `${WENT_ON} ${STARTED}` },
  qualificationRate: { numerator: "qualified", denominator: "started", counts: `${QUALIFIED} ${STARTED}` },
  costPerQualified: { numerator: "spend", denominator: "qualified", counts: `${SPEND} ${QUALIFIED}` },
  handoffRate: { numerator: "handed off", denominator: "qualified", counts: HANDED_OFF },
  costPerHandoff: { numerator: "spend", denominator: "handed off", counts: `${SPEND} ${HANDED_OFF}` },
  closeRate: { numerator: "customers", denominator: "handed off", counts: CUSTOMERS },
  cac: { numerator: "total cost", denominator: "customers", counts: `${TOTAL} ${CUSTOMERS}` },
  cpa: {
    numerator: "total cost",
    denominator: "purchases",
    counts: `${TOTAL} Purchases: standing sales, of which one customer may have several.`,
  },
  revenuePerConversation: {
    numerator: "revenue",
    denominator: "started",
    counts: "Revenue: standing sales less refunds, in chat and outside, in the report's currency.",
  },
};

export const meaningOf = (rung: Priced): Meaning => ({
  name: rung === "cpa" ? "CPA" : RUNG_NAMES[rung],
  ...MEANINGS[rung],
});
