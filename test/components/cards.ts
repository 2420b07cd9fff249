import { fold } from "#lib/domain/conversation.ts";
import type { LadderTargets } from "#lib/domain/diagnosis-shortfall.ts";
import type { StoredEvent } from "#lib/domain/event.ts";
import { responseRulesOf } from "#lib/domain/response-rules.ts";
import { scorecard } from "#lib/domain/scorecard.ts";
import type { Counted, Grouping } from "#lib/domain/scorecard-query.ts";
import type { SpendRow } from "#lib/domain/spend.ts";
import type { ScorecardReply } from "#lib/queries.ts";
import { draft, MORNING, thread } from "#test/store/device.ts";
import { spendRow } from "#test/domain/spend-rows.ts";

const DAY = "2026-11-14";
const DAY_MS = 86_400_000;

/** How many conversations started, and how many of them got how far; all from one campaign unless said otherwise. */
export interface Made {
  started: number;
  /** Answered by a person after six minutes, and the customer wrote again. */
  wentOn?: number;
  qualified?: number;
  handedOff?: number;
  /** Bought, for 85.00 USD. */
  sold?: number;
  /** With a source that was paid for. */
  sourced?: number;
  campaign?: string;
  spendMinor?: number | null;
}

export interface Rest {
  /** Other campaigns of the same day. */
  others?: Made[];
  /** The day before. */
  previous?: Made;
  goals?: LadderTargets;
  by?: Grouping;
  /** Days since: conversations are final at 30. */
  age?: number;
}

const stamped = (drafts: ReturnType<typeof draft>[]): StoredEvent[] =>
  drafts.map((made, number) => ({
    ...made,
    device: "0199a000-0000-7000-8000-00000000000d",
    hlc: number.toString(16).padStart(16, "0"),
  }));

function conversation(number: number, made: Made, start: number): Counted {
  const { wentOn = 0, qualified = 0, handedOff = 0, sold = 0, sourced = made.started } = made;
  const of = thread([made.campaign ?? "Hoodie", start, number].join(" "));
  const at = (minute: number) => ({ thread: of, at: start + minute * 60_000 });
  const source = { kind: "campaign", campaign: made.campaign ?? "Hoodie" } as const;
  const drafts = [
    draft("message_seen", { key: `m_${number}`, sender: "customer" }, at(0)),
    draft("history_seen", { to: start, beginning: true }, at(0)),
  ];
  if (number < wentOn)
    drafts.push(
      draft("message_seen", { key: `a_${number}`, sender: "person" }, at(6)),
      draft("message_seen", { key: `b_${number}`, sender: "customer" }, at(7)),
    );
  if (number < qualified) drafts.push(draft("outcome_tagged", { outcome: "qualified" }, at(8)));
  if (number < handedOff) drafts.push(draft("handoff_offered", { to: "sales" }, at(9)));
  if (number < sold)
    drafts.push(draft("sale_recorded", { amountMinor: 8_500, currency: "USD", how: "in_chat" }, at(10)));
  if (number < sourced) drafts.push(draft("source_attributed", { source, method: "chosen" }, at(0)));
  const [first] = fold(stamped(drafts));
  if (!first) throw new Error("no conversation");
  return { thread: of, conversation: first };
}

const conversations = (made: Made, start = MORNING): Counted[] =>
  Array.from({ length: made.started }, (_, number) => conversation(number, made, start));

const spent = ({ spendMinor = null, campaign = "Hoodie" }: Made, day = DAY): SpendRow[] =>
  spendMinor === null
    ? []
    : [spendRow({ account: "a", from: day, to: day, campaign, amountMinor: spendMinor })];

/** A scorecard by the product's own code, of one day. */
export function card(made: Made, rest: Rest = {}): NonNullable<ScorecardReply["card"]> {
  const { previous, goals, others = [], by = "none", age = 0 } = rest;
  const computed = scorecard({
    query: { from: DAY, to: DAY, timeZone: "UTC", by, window: 30, rule: "first", minimum: 30 },
    conversations: [made, ...others].flatMap((one) => conversations(one)),
    previous: previous ? conversations(previous, MORNING - DAY_MS) : [],
    spend: [
      ...[made, ...others].flatMap((one) => spent(one)),
      ...(previous ? spent(previous, "2026-11-13") : []),
    ],
    adNames: new Map(),
    ...(goals && { goals }),
    response: responseRulesOf({ hours: null, targets: null }, "UTC"),
    currency: null,
    now: MORNING + age * DAY_MS,
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
