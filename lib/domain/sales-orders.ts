import { majorText } from "./amount.ts";
import type { Day } from "./day.ts";
import type { Sale } from "./sale.ts";
import type { KnownThread } from "./sale-row.ts";
import { type MatchedSale, sourceRefs } from "./sales-match.ts";
import { type Thread, threadKey } from "./thread.ts";

/** The sales that references are the numbers of: those that stand, and the rows of a file that were new. */
export class Orders {
  readonly #sold = new Map<string, { sale: Sale; thread: Thread }>();
  readonly #rows = new Map<string, number>();

  constructor(known: readonly KnownThread[]) {
    for (const { thread, conversations } of known)
      for (const { sales } of conversations)
        for (const sale of sales) if (sale.ref !== null) this.#sold.set(sale.ref, { sale, thread });
  }

  /** This row is the sale of its number from now on. */
  claim(matched: MatchedSale): void {
    const order = orderOf(matched);
    if (order !== null) this.#rows.set(order, matched.row.row);
  }

  /** Why a row cannot be the sale of its number, in a sentence; null where it can, or has none. */
  problem(matched: MatchedSale, dayOf: (at: number) => Day): string | null {
    const order = orderOf(matched);
    if (order === null) return null;
    const row = this.#rows.get(order);
    if (row !== undefined) return `Row ${row} is the sale ${order} already: a reference is of one sale.`;
    const known = this.#sold.get(order);
    if (!known) return null;
    return threadKey(known.thread) === threadKey(matched.of.thread)
      ? `The sale ${order} is recorded already, ${priceOf(known.sale)} on ${dayOf(known.sale.at)}: correct it where it was recorded.`
      : `The sale ${order} is recorded for another conversation: correct it where it was recorded.`;
  }
}

/** A reference that a customer came by may buy often; any other is the number of one sale. */
const orderOf = ({ row, of }: MatchedSale): string | null =>
  row.ref !== null && !sourceRefs(of).includes(row.ref) ? row.ref : null;

const priceOf = ({ amountMinor, currency }: Sale): string =>
  amountMinor === null || currency === null
    ? "without an amount"
    : `as ${majorText(amountMinor, currency)} ${currency}`;
