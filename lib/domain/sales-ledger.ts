import type { Day } from "./day.ts";
import type { StoredEvent } from "./event.ts";
import type { Sale } from "./sale.ts";
import type { KnownThread, SaleRow, UnmatchedSale } from "./sale-row.ts";
import type { MatchedSale, SalesMatch } from "./sales-match.ts";
import { Orders } from "./sales-orders.ts";
import { type Thread, threadKey } from "./thread.ts";

/** A matched row with the id that its event has, in every import alike. */
export interface IdentifiedSale extends MatchedSale {
  id: string;
}

/** A row to be written: a new sale, or (`corrects`) the amount of one that was recorded without. */
export interface SaleToWrite {
  row: SaleRow;
  thread: Thread;
  id: string;
  corrects: string | null;
}

export interface SalesPlan {
  record: SaleToWrite[];
  /** Rows that are recorded already: from a file, or in the chat. */
  unchanged: { row: SaleRow; how: Sale["how"] }[];
  /** Listed, never guessed. */
  unmatched: UnmatchedSale[];
}

export interface SalesKnown {
  threads: readonly KnownThread[];
  /** What the log holds under the ids of these rows. */
  taken: ReadonlyMap<string, StoredEvent>;
  /** The calendar day of an instant in the workspace's time zone. */
  dayOf: (at: number) => Day;
}

/**
 * What a sales file adds to what is known; importing it twice changes nothing. A row is recorded already where its
 * own event stands (corrected since, or not), or where its thread has a sale of that day and amount under no other
 * reference: what was recorded in the chat is the same purchase.
 */
export function planSales({ matched, unmatched }: SalesMatch<IdentifiedSale>, known: SalesKnown): SalesPlan {
  const plan: SalesPlan = { record: [], unchanged: [], unmatched: [...unmatched] };
  const orders = new Orders(known.threads);
  for (const rows of Map.groupBy(matched, ({ of }) => threadKey(of.thread)).values())
    planThread(rows, { ...known, orders, plan });
  plan.record.sort((a, b) => a.row.row - b.row.row);
  plan.unchanged.sort((a, b) => a.row.row - b.row.row);
  plan.unmatched.sort((a, b) => a.row.row - b.row.row);
  return plan;
}

interface Work extends SalesKnown {
  orders: Orders;
  plan: SalesPlan;
}

/** Decides the rows of one thread, the strictest likeness first, so that no row takes the sale that another means. */
function planThread(rows: readonly IdentifiedSale[], { taken, dayOf, orders, plan }: Work): void {
  const free = new Set(rows[0]?.of.conversations.flatMap(({ sales }) => sales));
  /** A sale speaks for one row only. */
  const isNew = ({ row }: IdentifiedSale, isIt: (sale: Sale) => boolean): boolean => {
    const sale = take(free, isIt);
    if (sale) plan.unchanged.push({ row, how: sale.how });
    return sale === null;
  };
  const isLike = ({ row }: IdentifiedSale, sale: Sale): boolean =>
    sale.amountMinor === row.amountMinor && sale.currency === row.currency && dayOf(sale.at) === row.day;
  const record = (sale: IdentifiedSale, corrected: Sale | null): void => {
    orders.claim(sale);
    plan.record.push({
      row: sale.row,
      thread: sale.of.thread,
      id: sale.id,
      corrects: corrected?.event ?? null,
    });
  };
  const isRefused = ({ row }: IdentifiedSale, reason: string | null): boolean => {
    if (reason !== null) plan.unmatched.push({ row, reason });
    return reason !== null;
  };

  const fresh = rows
    .filter((row) => isNew(row, ({ event }) => event === saleOf(taken.get(row.id))))
    .filter((row) => isNew(row, (sale) => sale.ref === row.row.ref && isLike(row, sale)))
    .filter((sale) => {
      const named = taken.has(sale.id) ? null : take(free, (one) => isOpen(one) && isNumbered(one, sale.row));
      if (named) record(sale, named);
      return named === null;
    })
    .filter((sale) => !isRefused(sale, taken.has(sale.id) ? GONE : orders.problem(sale, dayOf)))
    .filter((row) => isNew(row, (sale) => (sale.ref === null || row.row.ref === null) && isLike(row, sale)));
  for (const sale of fresh)
    if (!isRefused(sale, orders.problem(sale, dayOf) ?? tooEarly(sale, dayOf)))
      record(
        sale,
        take(free, (one) => isOpen(one) && isNameless(one, sale.row, dayOf)),
      );
}

function take(free: Set<Sale>, isIt: (sale: Sale) => boolean): Sale | null {
  for (const sale of free)
    if (isIt(sale)) {
      free.delete(sale);
      return sale;
    }
  return null;
}

/** The sale that an event of a file wrote, or gave its amount. */
function saleOf(event: StoredEvent | undefined): string | null {
  if (event?.kind === "sale_corrected") return event.data.target;
  return event?.kind === "sale_recorded" ? event.id : null;
}

/** A sale that waits for its amount: that of the row's reference, else one of its day that has no reference. */
const isOpen = (sale: Sale): boolean => sale.amountMinor === null;
const isNumbered = (sale: Sale, row: SaleRow): boolean => sale.ref !== null && sale.ref === row.ref;
const isNameless = (sale: Sale, row: SaleRow, dayOf: SalesKnown["dayOf"]): boolean =>
  sale.ref === null && dayOf(sale.at) === row.day;

const GONE =
  "This sale was recorded before and does not stand any more: if it is one after all, record it in the conversation.";

/** A sale before the first conversation that is known came from another one. */
function tooEarly({ row, of }: MatchedSale, dayOf: SalesKnown["dayOf"]): string | null {
  const [first] = of.conversations;
  const began = first?.start.seen ? dayOf(first.start.at) : null;
  return began !== null && row.day < began
    ? `The first conversation that is known there began on ${began}, after this sale.`
    : null;
}
