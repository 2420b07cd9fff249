import { describe, expect, it } from "vitest";
import { fold } from "#lib/domain/conversation.ts";
import { dayOf } from "#lib/domain/day.ts";
import type { StoredEvent } from "#lib/domain/event.ts";
import { type KnownThread, planSales, type SaleRow } from "#lib/domain/sales-ledger.ts";
import { event, HOUR, MONDAY, says, THREAD } from "#test/domain/story.ts";

const utc = (at: number) => dayOf(at, "UTC");
const row = (part: Partial<SaleRow>): SaleRow => ({
  row: 1,
  ref: null,
  thread: null,
  day: "2026-11-16",
  amountMinor: 8500,
  currency: "USD",
  ...part,
});
const known = (id: string, ...events: StoredEvent[]): KnownThread => ({
  thread: { ...THREAD, id },
  conversations: fold([says("customer", MONDAY), ...events]),
});
const sale = (data: { amountMinor?: number; currency?: string; ref?: string }) =>
  event("sale_recorded", MONDAY + HOUR, { ...data, how: "outside" });
const came = (ref: string) =>
  event("source_attributed", MONDAY, { source: { kind: "ref", ref }, method: "ref" });

describe("a sales file", () => {
  it("finds a thread by its id, or by a reference that one thread has", () => {
    const threads = [known("1"), known("2", came("spring")), known("3", sale({ ref: "A-3" }))];
    const plan = planSales(
      [row({ thread: "1" }), row({ row: 2, ref: "spring" }), row({ row: 3, ref: "A-3" })],
      threads,
      utc,
    );
    expect(plan.record.map(({ row, thread, corrects }) => [row.row, thread.id, corrects !== null])).toEqual([
      [1, "1", false],
      [2, "2", false],
      [3, "3", true],
    ]);
  });

  it("lists what it cannot match, and guesses nothing", () => {
    const threads = [
      known("1", came("spring")),
      known("2", came("spring")),
      known("3", sale({ ref: "A-3", amountMinor: 1, currency: "USD" })),
    ];
    const plan = planSales(
      [row({ thread: "9" }), row({ row: 2, ref: "spring" }), row({ row: 3, ref: "A-3" })],
      threads,
      utc,
    );
    expect(plan.record).toEqual([]);
    expect(plan.unmatched.map(({ row, reason }) => [row, reason])).toEqual([
      [1, "No conversation has the thread 9."],
      [2, "2 conversations have the reference spring: which one bought is not known."],
      [3, "The sale A-3 is recorded with another amount or day: correct it where it was recorded."],
    ]);
  });

  it("changes nothing the second time, and tells two like purchases from one", () => {
    const once = [known("1", sale({ amountMinor: 8500, currency: "USD" }))];
    expect(planSales([row({ thread: "1" })], once, utc)).toMatchObject({ record: [], unchanged: [1] });
    const two = planSales([row({ thread: "1" }), row({ row: 2, thread: "1" })], once, utc);
    expect([two.unchanged, two.record.map(({ row }) => row.row)]).toEqual([[1], [2]]);
  });
});
