import type { Factor } from "./diagnosis-factor.ts";

/** What to work on where a factor is the weakest (definitions, Diagnosis). */
export const ADVICE: Record<Factor, string> = {
  costLines: "Look at what is paid beside the ads: fees, usage rights and hours per customer.",
  costPerMessage:
    "Look at the ads themselves: delivery, worn creatives, relevance and how often the audience has seen them.",
  replyRate: "People write once and stop. Work on the first response: how fast it comes and what it asks.",
  qualificationRate:
    "People talk but do not fit. Look at whom the ads reach, how clear the offer is and what the chat asks to qualify.",
  handoffRate: "Qualified people do not get handed on. The chat may be too slow, or its next step unclear.",
  closeRate:
    "Handoffs do not become customers. Look at the sales process, the price, what was promised and whether the offer fits.",
};

/** Closing well, with too few to close. */
export const LOW_VOLUME_ADVICE =
  "Those who come are won; there are too few of them. Widen the audience or try new creatives.";
