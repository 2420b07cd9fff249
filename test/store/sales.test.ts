import { beforeEach, describe, expect, it } from "vitest";
import { checkSales, importSales } from "#lib/store/import-sales.ts";
import { localScorecard } from "#lib/store/local-scorecard.ts";
import { look } from "#lib/store/look.ts";
import { answerPageHere } from "#lib/store/page.ts";
import { record } from "#lib/store/record.ts";
import { type Device, device, draft, MORNING, PAGE, thread } from "./device.ts";

const DAY = "2026-11-14";
const csv = (...rows: string[]) => ["thread,ref,date,amount,currency", ...rows].join("\n");
const TWO = csv(`7,A-1,${DAY},85.00,USD`, `8,,${DAY},15.50,USD`, `9,,${DAY},1.00,USD`);

let here: Device;
beforeEach(async () => {
  here = device();
  await answerPageHere(here, { asset: PAGE, name: null, counted: true });
  for (const id of ["7", "8"]) {
    const message = { key: `m_${id}`, at: MORNING, precision: "second", sender: "customer" } as const;
    await look(here, { thread: thread(id), messages: [message], beginning: true });
  }
});

const revenue = async () => {
  const { total } = await localScorecard(here, { from: DAY, to: DAY, by: "none" });
  return { purchases: total.tally.purchases, revenue: total.tally.revenue["USD"] };
};

describe("a sales file in this browser", () => {
  it("is checked without a trace; then it counts as assisted, and its unmatched row is listed", async () => {
    const before = await here.db.events.count();
    const wouldBe = await checkSales(here, TWO);
    expect([wouldBe.recorded, await here.db.events.count()]).toEqual([2, before]);
    const { answer, threads } = await importSales(here, TWO);
    expect(answer).toEqual(wouldBe);
    expect(answer).toEqual({
      summary: {
        rows: 3,
        from: DAY,
        to: DAY,
        totals: [{ currency: "USD", rows: 3, amountMinor: 10_150 }],
      },
      recorded: 2,
      corrected: 0,
      unchanged: 0,
      inChat: 0,
      unmatched: [
        {
          row: 4,
          ref: null,
          thread: "9",
          day: DAY,
          amountMinor: 100,
          currency: "USD",
          reason: "No conversation of a counted Page has the thread 9.",
        },
      ],
    });
    expect(threads.map(({ id }) => id)).toEqual(["7", "8"]);
    expect(await revenue()).toEqual({
      purchases: 2,
      revenue: { immediateMinor: 0, immediate: 0, assistedMinor: 10_050, assisted: 2 },
    });
  });

  it("changes nothing the second time, also on the day itself", async () => {
    // Half a minute after midnight: the day of a sale is no reading of this device's clock.
    here.clock.now = Date.UTC(2026, 10, 14) + 30_000;
    await importSales(here, TWO);
    const log = await here.db.events.toArray();
    expect((await importSales(here, TWO)).answer).toMatchObject({ recorded: 0, unchanged: 2 });
    expect(await here.db.events.toArray()).toEqual(log);
    expect((await here.db.outbox.toArray()).filter(({ offset }) => offset !== null)).toEqual([]);
  });

  it("gives their amount to sales that a tag recorded without one", async () => {
    const of = { thread: thread("7") };
    await record(here, [draft("sale_recorded", { how: "in_chat" }, of)]);
    expect((await importSales(here, TWO)).answer).toMatchObject({ recorded: 1, corrected: 1 });
    expect((await revenue()).revenue).toMatchObject({ immediateMinor: 8_500, assistedMinor: 1_550 });
    expect((await importSales(here, TWO)).answer).toMatchObject({ recorded: 0, corrected: 0, inChat: 1 });
  });

  it("that is wrong is refused by row and column, and leaves nothing", async () => {
    const before = await here.db.events.count();
    const bad = csv(`7,A-1,${DAY},85.00,USD`, `8,,${DAY},lots,USD`, `8,,2026-11-16,1.00,USD`);
    await expect(importSales(here, bad)).rejects.toMatchObject({
      code: "sales_file",
      fields: {
        "problems.0": expect.stringMatching(/^row 3, column “amount”/),
        "problems.1": "row 4, column “date”: 2026-11-16 is in the future.",
      },
    });
    expect(await here.db.events.count()).toBe(before);
  });

  it("finds no conversation of a Page that is not counted", async () => {
    await answerPageHere(here, { asset: PAGE, name: null, counted: false });
    expect((await importSales(here, TWO)).answer).toMatchObject({ recorded: 0, unmatched: [{}, {}, {}] });
  });
});
