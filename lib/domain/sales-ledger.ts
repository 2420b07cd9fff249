import type { Conversation } from "./conversation.ts";
import type { Day } from "./day.ts";
import type { Sale } from "./sale.ts";
import { type Thread, threadKey } from "./thread.ts";

/** One line of a sales file: what was bought outside, by whom as far as the file says. `row` counts from 1. */
export interface SaleRow {
  row: number;
  ref: string | null;
  /** A thread's id as the page's address has it, or its whole key. */
  thread: string | null;
  day: Day;
  amountMinor: number;
  currency: string;
}

export interface KnownThread {
  thread: Thread;
  conversations: readonly Conversation[];
}

export interface SalesPlan {
  /** New sales, each of one thread; `corrects` names a sale that had no amount yet. */
  record: { row: SaleRow; thread: Thread; corrects: string | null }[];
  /** Rows that are recorded already. */
  unchanged: number[];
  /** Rows whose conversation is not certain: listed, never guessed. */
  unmatched: { row: number; reason: string }[];
}

interface KnownSale {
  thread: Thread;
  sale: Sale;
  day: Day;
}

/**
 * What a sales file adds to what is known. A row finds its thread by id, or by a reference that exactly one thread
 * has (an earlier sale's, or the m.me `ref` it came by). Importing a file twice changes nothing.
 * @param dayOf the calendar day of an instant in the workspace's time zone
 */
export function planSales(
  rows: readonly SaleRow[],
  known: readonly KnownThread[],
  dayOf: (at: number) => Day,
): SalesPlan {
  const plan: SalesPlan = { record: [], unchanged: [], unmatched: [] };
  const sales = known.flatMap(({ thread, conversations }): KnownSale[] =>
    conversations.flatMap((conversation) =>
      conversation.sales.map((sale) => ({ thread, sale, day: dayOf(sale.at) })),
    ),
  );
  const spoken = new Set<string>();
  for (const row of rows) {
    const found = threadOf(row, known);
    if (typeof found === "string") {
      plan.unmatched.push({ row: row.row, reason: found });
      continue;
    }
    const mine = sales.filter(
      ({ thread, sale }) => threadKey(thread) === threadKey(found) && !spoken.has(sale.event),
    );
    const same = mine.find((one) => isSame(one, row));
    const open = mine.find(({ sale }) => row.ref !== null && sale.ref === row.ref);
    if (same) {
      spoken.add(same.sale.event);
      plan.unchanged.push(row.row);
    } else if (open && open.sale.amountMinor !== null)
      plan.unmatched.push({
        row: row.row,
        reason: `The sale ${row.ref} is recorded with another amount or day: correct it where it was recorded.`,
      });
    else {
      if (open) spoken.add(open.sale.event);
      plan.record.push({ row, thread: found, corrects: open?.sale.event ?? null });
    }
  }
  return plan;
}

const isSame = ({ sale, day }: KnownSale, row: SaleRow): boolean =>
  sale.amountMinor === row.amountMinor &&
  sale.currency === row.currency &&
  (sale.ref === row.ref || row.ref === null) &&
  day === row.day;

/** The thread of a row, or a sentence that says why none is certain. */
function threadOf({ thread, ref }: SaleRow, known: readonly KnownThread[]): Thread | string {
  const by = thread === null ? `reference ${ref}` : `thread ${thread}`;
  const found = known.filter((one) =>
    thread === null ? hasRef(one, ref) : one.thread.id === thread || threadKey(one.thread) === thread,
  );
  const [only, ...more] = found;
  if (!only) return `No conversation has the ${by}.`;
  return more.length === 0
    ? only.thread
    : `${found.length} conversations have the ${by}: which one bought is not known.`;
}

const hasRef = ({ conversations }: KnownThread, ref: string | null): boolean =>
  conversations.some(
    ({ sales, touches }) =>
      sales.some((sale) => sale.ref === ref) ||
      touches.some(({ source }) => source.kind === "ref" && source.ref === ref),
  );
