import { type Day, dayOf, startOfDay } from "#lib/domain/day.ts";
import type { Draft, StoredEvent } from "#lib/domain/event.ts";
import { saleDraft, saleId } from "#lib/domain/sale-event.ts";
import type { KnownThread, SaleRow } from "#lib/domain/sale-row.ts";
import { type IdentifiedSale, planSales, type SalesPlan } from "#lib/domain/sales-ledger.ts";
import { matchSales } from "#lib/domain/sales-match.ts";

/** What a sales file is compared with. */
export interface SalesGround {
  /** At least every thread that the rows name, by id or by reference. */
  threads: readonly KnownThread[];
  /** What the log holds under some ids. */
  findEvents: (ids: readonly string[]) => Promise<ReadonlyMap<string, StoredEvent>>;
  /** The workspace's; days are counted in it. */
  timeZone: string;
}

/** What the rows of a file add to what is known. */
export async function planSalesFile(
  rows: readonly SaleRow[],
  { threads, findEvents, timeZone }: SalesGround,
): Promise<SalesPlan> {
  const { matched, unmatched } = matchSales(rows, threads);
  const identified = await Promise.all(
    matched.map(async (sale): Promise<IdentifiedSale> => {
      return { ...sale, id: saleId(sale.row.day, await digestOf(sale.key)) };
    }),
  );
  const taken = await findEvents(identified.map(({ id }) => id));
  const days = new Map<number, Day>();
  const dayAt = (at: number): Day => {
    const day = days.get(at) ?? dayOf(at, timeZone);
    days.set(at, day);
    return day;
  };
  return planSales({ matched: identified, unmatched }, { threads, taken, dayOf: dayAt });
}

const digestOf = async (text: string): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));

/**
 * The events that a plan writes. A day that has not begun in the workspace's zone, only in the shop's, is now.
 * @param now epoch ms
 */
export const draftsOf = ({ record }: SalesPlan, timeZone: string, now: number): Draft[] =>
  record.map((sale) => saleDraft(sale, (day) => Math.min(now, startOfDay(day, timeZone))));
