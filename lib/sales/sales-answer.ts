import type { SaleRow } from "#lib/domain/sale-row.ts";
import type { SalesPlan } from "#lib/domain/sales-ledger.ts";

/** What a file of sales says by itself; the shape of the contract's SalesSummary. */
export interface SalesSummary {
  rows: number;
  from: string | null;
  to: string | null;
  /** Of each currency, in its minor unit. */
  totals: { currency: string; rows: number; amountMinor: number }[];
}

/** What a file says before it is compared with anything: days, rows, and a total for each currency in minor units. */
export function summariseSales(rows: readonly SaleRow[]): SalesSummary {
  const days = rows.map(({ day }) => day).toSorted();
  const byCurrency = Map.groupBy(rows, ({ currency }) => currency);
  return {
    rows: rows.length,
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
    totals: [...byCurrency].map(([currency, of]) => ({
      currency,
      rows: of.length,
      amountMinor: of.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
    })),
  };
}

/** What an import did, or would do; the shape of the contract's SalesAnswer. */
export interface SalesAnswer {
  summary: SalesSummary;
  /** New sales, and sales that were recorded without an amount and have one now. */
  recorded: number;
  corrected: number;
  /** Recorded by an earlier import, and recorded in the chat. */
  unchanged: number;
  inChat: number;
  unmatched: {
    row: number;
    ref: string | null;
    thread: string | null;
    day: string;
    amountMinor: number;
    currency: string;
    reason: string;
  }[];
}

/** A plan in counts; its unmatched rows with their reasons. The same for a check and for an import. */
export function salesAnswer(rows: readonly SaleRow[], plan: SalesPlan): SalesAnswer {
  const recorded = plan.record.filter(({ corrects }) => corrects === null).length;
  const inChat = plan.unchanged.filter(({ how }) => how === "in_chat").length;
  return {
    summary: summariseSales(rows),
    recorded,
    corrected: plan.record.length - recorded,
    unchanged: plan.unchanged.length - inChat,
    inChat,
    unmatched: plan.unmatched.map(({ row, reason }) => ({ ...row, thread: row.thread?.id ?? null, reason })),
  };
}
