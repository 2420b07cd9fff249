import { scorecard } from "#lib/domain/scorecard.ts";
import type { Counted } from "#lib/domain/scorecard-query.ts";
import { fold } from "#lib/domain/conversation.ts";
import type { SpendRow } from "#lib/domain/spend.ts";
import type { StoredEvent } from "#lib/domain/event.ts";
import type { ScorecardReply } from "#lib/queries.ts";
import { draft, MORNING, thread } from "#test/store/device.ts";

const DAY = "2026-11-14";

/** How many conversations started, and how many of them got how far; all from one campaign unless said otherwise. */
export interface Made {
  started: number;
  qualified?: number;
  handedOff?: number;
  /** With a source that was paid for. */
  sourced?: number;
  spendMinor?: number | null;
}

const stamped = (drafts: ReturnType<typeof draft>[]): StoredEvent[] =>
  drafts.map((made, number) => ({
    ...made,
    device: "0199a000-0000-7000-8000-00000000000d",
    hlc: number.toString(16).padStart(16, "0"),
  }));

function conversation(
  number: number,
  { qualified = 0, handedOff = 0, started, sourced = started }: Made,
): Counted {
  const of = thread(String(number));
  const at = { thread: of, at: MORNING };
  const drafts = [
    draft("message_seen", { key: `m_${number}`, sender: "customer" }, at),
    draft("history_seen", { to: MORNING, beginning: true }, at),
  ];
  if (number < qualified) drafts.push(draft("outcome_tagged", { outcome: "qualified" }, at));
  if (number < handedOff) drafts.push(draft("handoff_offered", { to: "sales" }, at));
  if (number < sourced)
    drafts.push(
      draft("source_attributed", { source: { kind: "campaign", campaign: "Hoodie" }, method: "chosen" }, at),
    );
  const [first] = fold(stamped(drafts));
  if (!first) throw new Error("no conversation");
  return { thread: of, conversation: first };
}

const spent = (amountMinor: number): SpendRow => ({
  account: "a",
  from: DAY,
  to: DAY,
  campaign: "Hoodie",
  adset: null,
  ad: null,
  adId: null,
  amountMinor,
  currency: "USD",
  impressions: null,
  linkClicks: null,
  reach: null,
  views: null,
  engagements: null,
  conversationsStarted: null,
});

/** A scorecard by the product's own code. */
export function card(made: Made): NonNullable<ScorecardReply["card"]> {
  const { started, spendMinor = null } = made;
  const computed = scorecard({
    query: { from: DAY, to: DAY, timeZone: "UTC", by: "none", window: 30, rule: "first", minimum: 30 },
    conversations: Array.from({ length: started }, (_, number) => conversation(number, made)),
    spend: spendMinor === null ? [] : [spent(spendMinor)],
    adNames: new Map(),
    currency: null,
    now: MORNING,
  });
  return { ...computed, costsHidden: false };
}

export const reply = (over: Partial<ScorecardReply>): ScorecardReply => ({
  card: null,
  asOf: MORNING,
  from: "browser",
  days: { from: DAY, to: DAY },
  isFirstRun: false,
  link: { state: "alone" },
  ...over,
});
