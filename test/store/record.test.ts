import { beforeEach, describe, expect, it } from "vitest";
import { fold } from "#lib/domain/conversation.ts";
import { threadKey } from "#lib/domain/thread.ts";
import { learn, recall } from "#lib/store/acquaintance.ts";
import { look } from "#lib/store/look.ts";
import { marks } from "#lib/store/marks.ts";
import { answerPageHere } from "#lib/store/page.ts";
import { record } from "#lib/store/record.ts";
import { readThread } from "#lib/store/thread-log.ts";
import { type Device, device, draft, MORNING, PAGE, thread } from "./device.ts";

let here: Device;
const nora = thread("7");

beforeEach(async () => {
  here = device();
  await answerPageHere(here, { asset: PAGE, name: "Sample Shop", counted: true });
});

const tables = async () => ({
  events: await here.db.events.count(),
  outbox: await here.db.outbox.count(),
});

describe("record", () => {
  it("writes event, outbox row and folded state together", async () => {
    await record(here, [draft("outcome_tagged", { outcome: "qualified" })]);
    expect(await tables()).toEqual({ events: 1, outbox: 1 });
    expect(await marks(here, [nora, thread("8")])).toEqual({
      [threadKey(nora)]: { outcome: "qualified", reason: null, wait: null, offeredAt: null },
    });
  });

  it("changes nothing when the same id comes again", async () => {
    const tag = draft("outcome_tagged", { outcome: "qualified" });
    await record(here, [tag]);
    const before = await here.db.events.toArray();
    here.clock.now += 5_000;
    await record(here, [tag, tag]);
    expect(await here.db.events.toArray()).toEqual(before);
    expect(await tables()).toEqual({ events: 1, outbox: 1 });
  });

  it("refuses the same id with another content, and stores none of the call", async () => {
    const tag = draft("outcome_tagged", { outcome: "qualified" });
    await record(here, [tag]);
    const other = draft("outcome_tagged", { outcome: "unqualified" }, { id: tag.id });
    await expect(record(here, [draft("closed", {}), other])).rejects.toMatchObject({ code: "id_taken" });
    expect(await tables()).toEqual({ events: 1, outbox: 1 });
  });

  it("stores all drafts of a call or none, and names the field that is wrong", async () => {
    const bad = { ...draft("closed", {}), data: { text: "Hi, is the blue one available?" } };
    await expect(record(here, [draft("closed", {}), bad])).rejects.toMatchObject({
      code: "event_invalid",
      fields: { data: expect.stringContaining("text") },
    });
    expect(await tables()).toEqual({ events: 0, outbox: 0 });
  });

  it("records nothing for a Page that is unknown or not counted", async () => {
    const elsewhere = thread("7", "2002");
    const tag = draft("outcome_tagged", { outcome: "qualified" }, { thread: elsewhere });
    await expect(record(here, [tag])).rejects.toMatchObject({ code: "page_unknown" });
    await answerPageHere(here, { asset: "2002", name: null, counted: false });
    await expect(record(here, [tag])).rejects.toMatchObject({ code: "page_not_counted" });
    await learn(here, { thread: elsewhere, name: "Nora Lind", lastAt: null });
    const seen = { key: "m_1", at: MORNING, precision: "second", sender: "customer" } as const;
    expect(await look(here, { thread: elsewhere, messages: [seen], beginning: true })).toBe(false);
    expect(await tables()).toEqual({ events: 0, outbox: 0 });
    expect(await recall(here, "2002")).toEqual([]);
  });

  it("stamps judgements of one thread in the order they were made, also when the clock stands still", async () => {
    await record(here, [draft("outcome_tagged", { outcome: "qualified" })]);
    await record(here, [draft("outcome_tagged", { outcome: "unqualified" })]);
    here.clock.now -= 60_000;
    await record(here, [draft("outcome_tagged", { outcome: "sales_ready" })]);
    expect((await marks(here, [nora]))[threadKey(nora)]?.outcome).toBe("sales_ready");
  });
});

describe("look", () => {
  const messages = [
    { key: "m_1", at: MORNING - 60_000, precision: "second", sender: "customer" },
    { key: "m_2", at: MORNING, precision: "second", sender: "person" },
  ] as const;

  it("stores what is new once, and keeps the state equal to the fold of the events", async () => {
    expect(await look(here, { thread: nora, messages, beginning: true })).toBe(true);
    expect(await look(here, { thread: nora, messages, beginning: true })).toBe(false);
    const { events, ways } = await readThread(here, nora);
    const state = await here.db.states.get(threadKey(nora));
    expect(state?.conversations).toEqual(fold(events));
    expect(state?.lastClockAt).toBe(MORNING - 60_000);
    expect(ways).toEqual({});
  });

  it("reads two looks at once as one", async () => {
    const seen = { thread: nora, messages, beginning: true };
    await Promise.all([look(here, seen), look(here, seen), look(here, seen)]);
    expect(await here.db.events.count()).toBe(3);
  });
});

describe("acquaintances", () => {
  it("keeps the latest 2,000 of a Page, latest first", async () => {
    const met = Array.from({ length: 2_003 }, (_, number) => ({
      thread: thread(String(number)),
      name: `Customer ${number}`,
      lastAt: null,
    }));
    const [last] = met.slice(-1);
    await here.db.acquaintances.bulkAdd(
      met.slice(0, -1).map((one, number) => ({
        ...one,
        key: threadKey(one.thread),
        asset: PAGE,
        learnedAt: MORNING - 5_000 + number,
      })),
    );
    if (last) await learn(here, last);
    const known = await recall(here, PAGE);
    expect(known).toHaveLength(2_000);
    expect(known[0]?.name).toBe("Customer 2002");
    expect(known.at(-1)?.name).toBe("Customer 3");
  });
});
