import type { Conversation } from "#lib/domain/conversation.ts";
import { nameOf } from "#lib/domain/source.ts";
import { countedTouch, type TouchRule } from "#lib/domain/touch.ts";
import type { Thread } from "#lib/domain/thread.ts";
import type { Cell } from "./cell.ts";

const instant = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

export interface ExportedConversation {
  thread: Thread;
  number: number;
  conversation: Conversation;
}

/** The columns of the export, in order; instants are in UTC, amounts in minor units. */
const COLUMNS: Record<string, (row: ExportedConversation, rule: TouchRule) => Cell> = {
  channel: ({ thread }) => thread.channel,
  page: ({ thread }) => thread.asset,
  thread: ({ thread }) => thread.id,
  number: ({ number }) => number + 1,
  started: ({ conversation }) => instant(conversation.start.at),
  start_seen: ({ conversation }) => (conversation.start.seen ? "yes" : "no"),
  first_reply: ({ conversation }) => instant(conversation.firstReplyAt),
  went_on: ({ conversation }) => instant(conversation.wentOnAt),
  outcome: ({ conversation }) => conversation.outcome?.outcome ?? null,
  reason: ({ conversation }) => conversation.outcome?.reason ?? null,
  tagged: ({ conversation }) => instant(conversation.outcome?.at ?? null),
  handed_off: ({ conversation }) => instant(standingHandoff(conversation)?.at ?? null),
  handoff_accepted: ({ conversation }) => instant(standingHandoff(conversation)?.acceptedAt ?? null),
  sales: ({ conversation }) => conversation.sales.length,
  revenue_minor: ({ conversation }) => revenueOf(conversation),
  currency: ({ conversation }) => currencyOf(conversation),
  sale_refs: ({ conversation }) => conversation.sales.flatMap(({ ref }) => ref ?? []).join("; ") || null,
  source: ({ conversation }, rule) => countedTouch(conversation.touches, rule)?.source.kind ?? null,
  source_name: ({ conversation }, rule) => sourceName(conversation, rule),
  source_method: ({ conversation }, rule) => countedTouch(conversation.touches, rule)?.method ?? null,
};

export const HEADINGS: readonly string[] = Object.keys(COLUMNS);

export const cellsOf = (row: ExportedConversation, rule: TouchRule): Cell[] =>
  Object.values(COLUMNS).map((column) => column(row, rule));

const standingHandoff = ({ handoffs }: Conversation) =>
  handoffs.find(({ returnedAt }) => returnedAt === null);

/** The one currency of the sales; null where there is none, or more than one: those are never added. */
function currencyOf({ sales }: Conversation): string | null {
  const [first, ...others] = new Set(
    sales.flatMap(({ currency, refunds }) => [currency, ...refunds.map((refund) => refund.currency)]),
  );
  return others.length === 0 ? (first ?? null) : null;
}

/** Standing sales less refunds; null where an amount was not said or the currencies differ. */
function revenueOf(conversation: Conversation): number | null {
  const { sales } = conversation;
  if (currencyOf(conversation) === null || sales.some(({ amountMinor }) => amountMinor === null)) return null;
  const refunded = sales
    .flatMap(({ refunds }) => refunds)
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  return sales.reduce((sum, { amountMinor }) => sum + (amountMinor ?? 0), 0) - refunded;
}

function sourceName({ touches }: Conversation, rule: TouchRule): string | null {
  const touch = countedTouch(touches, rule);
  return touch ? nameOf(touch.source) : null;
}
