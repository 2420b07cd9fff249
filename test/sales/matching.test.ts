import { describe, expect, it } from "vitest";
import { DAY, event, MONDAY, THREAD } from "#test/domain/story.ts";
import { began, came, Log, row, sold, spoken } from "./story.ts";

describe("a row of a sales file", () => {
  it("finds its thread by id, or by a reference that exactly one thread has", async () => {
    const log = new Log(
      ...began("1"),
      ...began("2"),
      came("2", "spring"),
      ...began("3"),
      sold("3", { ref: "A-3" }),
    );
    const plan = await log.import([
      row({ thread: "1" }),
      row({ row: 3, ref: "spring" }),
      row({ row: 4, ref: "A-3" }),
    ]);
    expect(spoken(plan)).toEqual({
      record: [
        [2, "1"],
        [3, "2"],
        [4, "3"],
      ],
      corrected: [4],
      unchanged: [],
      unmatched: [],
    });
    expect(log.sales()).toEqual(["- 8500 USD outside", "A-3 8500 USD in_chat", "spring 8500 USD outside"]);
  });

  it("that none or several fit is listed with its reason, never guessed", async () => {
    const other = { thread: { ...THREAD, id: "1", asset: "77" } };
    const log = new Log(
      ...began("1"),
      came("1", "spring"),
      ...began("2"),
      came("2", "spring"),
      event("message_seen", MONDAY, { key: "mid.x", sender: "customer" }, other),
    );
    const plan = await log.import([
      row({ thread: "9" }),
      row({ row: 3, ref: "spring" }),
      row({ row: 4, thread: "1" }),
      row({ row: 5 }),
      row({ row: 6, thread: "2", day: "2026-11-15" }),
    ]);
    expect(spoken(plan)).toMatchObject({
      record: [],
      unmatched: [
        [2, "No conversation of a counted Page has the thread 9."],
        [3, "2 conversations have the reference spring: which one bought is not known."],
        [4, "2 conversations have the thread 1: which one bought is not known."],
        [5, "This row names neither a reference nor a thread."],
        [6, "The first conversation that is known there began on 2026-11-16, after this sale."],
      ],
    });
  });

  it("is placed in the conversation of its day, and counts as outside", async () => {
    const log = new Log(...began("1"), ...began("1", MONDAY + 20 * DAY));
    await log.import([row({ thread: "1", day: "2026-12-06" }), row({ row: 3, thread: "1" })]);
    expect(log.conversations().map(({ sales }) => sales.map(({ how, at }) => [how, at]))).toEqual([
      [["outside", MONDAY - 9 * 3_600_000]],
      [["outside", MONDAY + 20 * DAY - 9 * 3_600_000]],
    ]);
  });
});

describe("what is recorded already", () => {
  it("in the chat, on that day and of that amount, is the same purchase", async () => {
    const log = new Log(...began("1"), sold("1", { amountMinor: 8_500, currency: "USD" }));
    const plan = await log.import([
      row({ thread: "1", ref: "A-1" }),
      row({ row: 3, thread: "1", ref: "A-2" }),
    ]);
    expect(spoken(plan)).toMatchObject({ unchanged: [2], record: [[3, "1"]] });
  });

  it("without an amount gets that of the row: once", async () => {
    const log = new Log(...began("1"), sold("1"));
    const rows = [row({ thread: "1" }), row({ row: 3, thread: "1" })];
    expect(spoken(await log.import(rows))).toMatchObject({
      corrected: [2],
      record: [
        [2, "1"],
        [3, "1"],
      ],
    });
    expect(spoken(await log.import(rows))).toMatchObject({ record: [], unchanged: [2, 3] });
    expect(log.sales()).toEqual(["- 8500 USD in_chat", "- 8500 USD outside"]);
  });

  it("under its number with another amount, or for another customer, is told apart", async () => {
    const price = { amountMinor: 100, currency: "USD" };
    const log = new Log(...began("1"), sold("1", { ...price, ref: "A-1" }), ...began("2"));
    const plan = await log.import([
      row({ ref: "A-1" }),
      row({ row: 3, thread: "2", ref: "A-1" }),
      row({ row: 4, thread: "2", ref: "B-1" }),
      row({ row: 5, thread: "2", ref: "B-1", amountMinor: 1 }),
    ]);
    expect(spoken(plan)).toMatchObject({
      record: [[4, "2"]],
      unmatched: [
        [2, "The sale A-1 is recorded already, as 1.00 USD on 2026-11-16: correct it where it was recorded."],
        [3, "The sale A-1 is recorded for another conversation: correct it where it was recorded."],
        [5, "Row 4 is the sale B-1 already: a reference is of one sale."],
      ],
    });
  });

  it("stays as a person left it: corrected, or withdrawn", async () => {
    const log = new Log(...began("1"));
    const rows = [row({ thread: "1" }), row({ row: 3, thread: "1", amountMinor: 100 })];
    const { record } = await log.import(rows);
    const [first, second] = record.map(({ id }) => id);
    const at = MONDAY + 50 * DAY;
    const of = { thread: { ...THREAD, id: "1" } };
    log.events.push(
      event("sale_corrected", at, { target: first ?? "", amountMinor: 9_900, currency: "USD" }, of),
      event("withdrawn", at, { target: second ?? "" }, of),
    );
    expect(spoken(await log.import(rows))).toMatchObject({
      record: [],
      unchanged: [2],
      unmatched: [[3, expect.stringMatching(/does not stand any more/)]],
    });
    expect(log.sales()).toEqual(["- 9900 USD outside"]);
  });
});
