import { type Conversation, fold } from "#lib/domain/conversation.ts";
import type { StoredEvent } from "#lib/domain/event.ts";
import { FIRST_HLC, tick } from "#lib/domain/hlc.ts";
import type { SaleRow } from "#lib/domain/sale-row.ts";
import type { SalesPlan } from "#lib/domain/sales-ledger.ts";
import { threadKey } from "#lib/domain/thread.ts";
import { draftsOf, planSalesFile } from "#lib/sales/plan-sales-file.ts";
import { DAY, event, HOUR, MONDAY, THREAD } from "#test/domain/story.ts";

/** A row of a file, as it is read. */
export const row = (part: Partial<Omit<SaleRow, "thread">> & { thread?: string }): SaleRow => ({
  row: 2,
  ref: null,
  day: "2026-11-16",
  amountMinor: 8_500,
  currency: "USD",
  ...part,
  thread: part.thread === undefined ? null : { id: part.thread, channel: null, asset: null },
});

const of = (id: string) => ({ thread: { ...THREAD, id } });

/** A thread whose customer wrote first on Monday. */
export const began = (id: string, at = MONDAY): StoredEvent[] => [
  event("message_seen", at, { key: `mid.$${id}.${at}`, sender: "customer" }, of(id)),
  event("history_seen", at, { to: at, beginning: true }, of(id)),
];
export const came = (id: string, ref: string): StoredEvent =>
  event("source_attributed", MONDAY, { source: { kind: "ref", ref }, method: "ref" }, of(id));
/** A sale that a rep recorded in the chat on Monday. */
export const sold = (
  id: string,
  data: { amountMinor?: number; currency?: string; ref?: string } = {},
): StoredEvent => event("sale_recorded", MONDAY + HOUR, { ...data, how: "in_chat" }, of(id));

/** A log in memory that files are imported into, as the store and the server do. */
export class Log {
  events: StoredEvent[];
  #imports = 0;

  constructor(...events: StoredEvent[]) {
    this.events = events;
  }

  async import(rows: readonly SaleRow[]): Promise<SalesPlan> {
    const threads = Map.groupBy(this.events, ({ thread }) => threadKey(thread));
    const known = [...threads.values()].flatMap((events) =>
      events[0] ? [{ thread: events[0].thread, conversations: fold(events) }] : [],
    );
    const plan = await planSalesFile(rows, {
      threads: known,
      findEvents: async (ids) =>
        new Map(this.events.flatMap((one) => (ids.includes(one.id) ? [[one.id, one]] : []))),
      timeZone: "UTC",
    });
    this.#imports += 1;
    const hlc = tick(FIRST_HLC, MONDAY + 40 * DAY + this.#imports);
    const written = draftsOf(plan, "UTC", MONDAY + 60 * DAY).map((draft) => ({
      ...draft,
      hlc,
      device: THREAD.id,
    }));
    this.events = [...this.events, ...written];
    return plan;
  }

  conversations(): Conversation[] {
    return [...Map.groupBy(this.events, ({ thread }) => threadKey(thread)).values()].flatMap((events) =>
      fold(events),
    );
  }

  /** The standing sales in words, in no order. */
  sales(): string[] {
    return this.conversations()
      .flatMap(({ sales }) => sales)
      .map(({ ref, amountMinor, currency, how }) => [ref ?? "-", amountMinor, currency, how].join(" "))
      .toSorted();
  }
}

/** What became of rows, by their number. */
export const spoken = (plan: SalesPlan) => ({
  record: plan.record.map(({ row: one, thread }) => [one.row, thread.id]),
  corrected: plan.record.flatMap(({ row: one, corrects }) => (corrects === null ? [] : one.row)),
  unchanged: plan.unchanged.map(({ row: one }) => one.row),
  unmatched: plan.unmatched.map(({ row: one, reason }) => [one.row, reason]),
});
