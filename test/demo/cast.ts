import type { ThreadSeed } from "#test/business-suite/types.ts";
import type { HandoffKind, Outcome, Reason } from "#lib/domain/outcome.ts";
import { DEMO_ADS } from "#test/samples/spend/demo-export.ts";

export const CREATORS = ["Ana Ruiz", "Ben Okafor"] as const;

/** Where a customer came from: an ad that the page labels, a creator that the rep names, or nobody knows. */
export type Origin = { ad: string } | { creator: string } | null;

/** What the rep does with a conversation. */
export interface Plan {
  outcome: Outcome | null;
  /** By a click on the button, by Alt+Shift and its digit, or by the digit with the focus in the bar. */
  by: "click" | "chord" | "digit";
  reason?: Reason;
  handoff?: HandoffKind;
  saleMinor?: number;
  answer: "typed" | "macro" | "none";
  /** A wrong tag first, taken back. */
  mistake?: Outcome;
}

export interface Customer {
  id: string;
  name: string;
  origin: Origin;
  seed: (minutesAgo: number) => ThreadSeed;
  plan: Plan;
}

const FIRST = "Nora Gabe Mira Tomas Lena Omar Ivy Jonas Aiko Pedro Salma Kofi Elsa Ravi Zoe".split(" ");
const LAST = "Lind Moreno Vogt Silva".split(" ");

const OPENINGS = [
  "Hi, is this still available?",
  "How much is shipping to Porto?",
  "Do you have it in size M?",
  "Can I pick it up tomorrow?",
  "Hello, what does it cost?",
];

/** Forty-four from the six ads, nine from two creators, seven from nowhere. */
const ORIGINS: Origin[] = [
  ...[11, 9, 8, 6, 6, 4].flatMap((count, ad) =>
    Array.from({ length: count }, () => ({ ad: DEMO_ADS[ad]?.adId ?? "" })),
  ),
  ...[5, 4].flatMap((count, creator) =>
    Array.from({ length: count }, () => ({ creator: CREATORS[creator] ?? "" })),
  ),
  ...Array.from({ length: 7 }, () => null),
];

/** Twenty conversations as they come; three such rounds are the morning. */
const PLANS: Plan[] = [
  { outcome: "qualified", by: "click", answer: "typed", handoff: "sales" },
  { outcome: "unqualified", by: "chord", reason: "out_of_area", answer: "none" },
  { outcome: "partially_qualified", by: "digit", answer: "typed" },
  { outcome: "unqualified", by: "click", reason: "no_budget", answer: "typed" },
  { outcome: "converted", by: "chord", answer: "typed", handoff: "checkout", saleMinor: 8500 },
  { outcome: "unqualified", by: "digit", reason: "spam", answer: "none" },
  { outcome: "qualified", by: "chord", answer: "macro", mistake: "unqualified" },
  { outcome: "unqualified", by: "chord", reason: "support_question", answer: "typed" },
  { outcome: "sales_ready", by: "click", answer: "typed", handoff: "quote" },
  { outcome: null, by: "click", answer: "none" },
  { outcome: "qualified", by: "digit", answer: "typed" },
  { outcome: "unqualified", by: "chord", reason: "no_need", answer: "none" },
  { outcome: "converted", by: "click", answer: "macro", handoff: "sales", saleMinor: 12_950 },
  { outcome: "partially_qualified", by: "chord", answer: "none" },
  { outcome: "unqualified", by: "chord", reason: "no_answer", answer: "typed" },
  { outcome: "qualified", by: "chord", answer: "typed", handoff: "booking" },
  { outcome: "unqualified", by: "click", reason: "not_decision_maker", answer: "none" },
  { outcome: "sales_ready", by: "digit", answer: "typed" },
  { outcome: "qualified", by: "chord", answer: "none" },
  { outcome: "unqualified", by: "chord", reason: "no_budget", answer: "typed" },
];

/** The sixty conversations of the morning, in the order in which they arrive. */
export const CAST: Customer[] = ORIGINS.map((_, arrival) => {
  // Sources come mixed, as they do: a step of 7 visits all 60 places.
  const origin = ORIGINS[(arrival * 7) % ORIGINS.length] ?? null;
  const id = String(100_000_000_001_000 + arrival);
  const name = `${FIRST[arrival % FIRST.length]} ${LAST[Math.floor(arrival / FIRST.length)]}`;
  const plan = PLANS[arrival % PLANS.length];
  if (!plan) throw new Error("There is a plan for everyone.");
  return {
    id,
    name,
    origin,
    plan: { ...plan, ...(arrival >= PLANS.length && { mistake: undefined }) } as Plan,
    seed: (minutesAgo) => ({
      id,
      name,
      labels: origin && "ad" in origin ? [`ad_id.${origin.ad}`] : [],
      entries: [
        ...(origin && "ad" in origin ? [{ line: "ad_reply" as const, minutesAgo }] : []),
        { from: "customer" as const, text: OPENINGS[arrival % OPENINGS.length] ?? "Hi", minutesAgo },
      ],
    }),
  };
});
