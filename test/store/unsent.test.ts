import { beforeEach, describe, expect, it } from "vitest";
import { createRecovery } from "#lib/background/unsent.ts";
import { threadKey } from "#lib/domain/thread.ts";
import { answerPageHere } from "#lib/store/page.ts";
import { record } from "#lib/store/record.ts";
import { type Device, device, draft, PAGE, thread } from "./device.ts";

let here: Device;
let kept: Map<string, unknown>;
let told: string[][];
let woken: number;
let recover: () => Promise<void>;

beforeEach(async () => {
  here = device();
  kept = new Map();
  told = [];
  woken = 0;
  recover = createRecovery(
    {
      store: here,
      tell: ({ threads }) => told.push(threads),
      wake: async () => {
        woken += 1;
      },
    },
    { get: async () => Object.fromEntries(kept), remove: async (key) => void kept.delete(key) },
  );
  await answerPageHere(here, { asset: PAGE, name: null, counted: true });
});

const tag = (id: string) => draft("outcome_tagged", { outcome: "qualified" }, { thread: thread(id) });
const keep = (...drafts: ReturnType<typeof tag>[]) => kept.set(`unsent:${drafts[0]?.id}`, drafts);
const stored = async () => (await here.db.events.toArray()).map(({ id }) => id).toSorted();

describe("what pages could not hand over", () => {
  it("is recorded in the order it was judged, told, sent, and kept no longer", async () => {
    const [first, second, third] = [tag("7"), tag("7"), tag("7")];
    keep(third);
    keep(first, second);
    kept.set("something else", 1);
    await recover();
    expect(await stored()).toEqual([first.id, second.id, third.id].toSorted());
    const stamps = (await here.db.events.bulkGet([first.id, second.id, third.id])).map(
      (row) => row?.event.hlc,
    );
    expect(stamps).toEqual(stamps.toSorted());
    expect(told).toEqual([[threadKey(thread("7"))]]);
    expect(woken).toBe(1);
    expect([...kept.keys()]).toEqual(["something else"]);
  });

  it("is there once where the page handed it over too, and where two ask at once", async () => {
    const judged = tag("7");
    await record(here, [judged]);
    keep(judged);
    await Promise.all([recover(), recover()]);
    expect(await stored()).toEqual([judged.id]);
    expect(kept.size).toBe(0);
  });

  it("and is refused by the store, or is none, keeps the rest from nothing", async () => {
    const judged = tag("7");
    kept.set("unsent:0", "rubbish");
    keep(draft("outcome_tagged", { outcome: "qualified" }, { thread: thread("7", "2002") }));
    keep(judged);
    await recover();
    expect(await stored()).toEqual([judged.id]);
    expect(kept.size).toBe(0);
  });

  it("stays where the store itself fails, for the next start", async () => {
    const judged = tag("7");
    keep(judged);
    here.db.close();
    await expect(recover()).rejects.toThrow("closed");
    expect(kept.size).toBe(1);
  });
});
