import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SaleRow } from "#lib/domain/sale-row.ts";
import { began, came, Log, row, sold } from "./story.ts";

const THREADS = ["1", "2", "3"];
const REFS = ["A", "B", "C", "spring", "shared"];

/** Three threads: one came by a ref of its own, two by the same, some have sales of the chat. */
const before = () =>
  new Log(
    ...THREADS.flatMap((id) => began(id)),
    came("1", "spring"),
    came("2", "shared"),
    came("3", "shared"),
    sold("1", { amountMinor: 100, currency: "USD" }),
    sold("2"),
    sold("2", { ref: "A" }),
    sold("3", { amountMinor: 200, currency: "USD", ref: "B" }),
  );

const anyRow = fc
  .record({
    thread: fc.option(fc.constantFrom(...THREADS, "9"), { nil: undefined }),
    ref: fc.option(fc.constantFrom(...REFS)),
    day: fc.constantFrom("2026-11-15", "2026-11-16", "2026-11-17"),
    amountMinor: fc.constantFrom(100, 200, 300),
    currency: fc.constantFrom("USD", "EUR"),
  })
  .map(({ thread, ...rest }) => row({ ...rest, ...(thread !== undefined && { thread }) }));

const anyFile = fc
  .array(anyRow, { maxLength: 12 })
  .map((rows) => rows.map((one, index): SaleRow => ({ ...one, row: index + 2 })));

/** A file and a way to cut and mix it into parts. */
const anySplit = anyFile.chain((rows) =>
  fc.record({
    rows: fc.constant(rows),
    order: fc.shuffledSubarray(rows, { minLength: rows.length }),
    parts: fc.integer({ min: 1, max: 4 }),
  }),
);
const cut = (rows: readonly SaleRow[], parts: number): SaleRow[][] =>
  Array.from({ length: parts }, (_, part) => rows.filter((_, index) => index % parts === part));

/** The row as one of a known thread, with an order number that no other has. */
const own = (one: SaleRow) => row({ ...one, thread: THREADS[one.row % 3] ?? "1", ref: `N-${one.row}` });

describe("a sales file, imported again", () => {
  it("whole or in any split and order, changes nothing", async () => {
    await fc.assert(
      fc.asyncProperty(anySplit, async ({ rows, order, parts }) => {
        const log = before();
        await log.import(rows);
        const once = log.sales();
        for (const part of [rows, ...cut(order, parts)]) expect((await log.import(part)).record).toEqual([]);
        expect(log.sales()).toEqual(once);
      }),
      { numRuns: 300 },
    );
  });

  it("records every row once: each is a sale, known, or listed", async () => {
    await fc.assert(
      fc.asyncProperty(anyFile, async (rows) => {
        const { record, unchanged, unmatched } = await before().import(rows);
        const numbers = [...record, ...unchanged, ...unmatched].map(({ row: one }) => one.row);
        expect(numbers.toSorted((a, b) => a - b)).toEqual(rows.map((one) => one.row));
        expect(new Set(record.map(({ id }) => id)).size).toBe(record.length);
      }),
    );
  });

  it("in parts is the same as whole, where each row is of a sale of its own", async () => {
    const numbered = anySplit.map(({ rows, order, parts }) => {
      return { rows: rows.map(own), order: order.map(own), parts };
    });
    await fc.assert(
      fc.asyncProperty(numbered, async ({ rows, order, parts }) => {
        const [whole, cutUp] = [new Log(...began("1"), ...began("2"), ...began("3")), new Log()];
        cutUp.events = [...whole.events];
        await whole.import(rows);
        for (const part of cut(order, parts)) await cutUp.import(part);
        expect(cutUp.sales()).toEqual(whole.sales());
        expect((await cutUp.import(rows)).record).toEqual([]);
      }),
    );
  });
});
