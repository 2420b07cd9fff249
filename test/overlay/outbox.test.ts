import { describe, expect, it } from "vitest";
import type { Draft } from "#lib/domain/event.ts";
import { createLogs } from "#lib/overlay/logs.ts";
import { createOutbox } from "#lib/overlay/outbox.ts";
import { createSend, Orphaned, type Send } from "#lib/overlay/send.ts";
import { INITIAL_STATE } from "#lib/overlay/state.ts";
import { createStore } from "#lib/overlay/store.ts";
import { createUnsent } from "#lib/overlay/unsent.ts";
import { createBackground } from "./background.ts";
import { NORA } from "./readings.ts";

const LOST = new Error("The message port closed before a response was received.");

const draft = (id: string): Draft => ({
  id,
  v: 1,
  thread: NORA,
  at: 1_760_000_000_000,
  precision: "second",
  kind: "outcome_tagged",
  data: { outcome: "qualified" },
});
const FIRST = draft("01999999-0000-7000-8000-000000000001");
const SECOND = draft("01999999-0000-7000-8000-000000000002");

/** A background that fails some times before it answers. */
function failing(...failures: unknown[]) {
  const background = createBackground();
  const pauses: number[] = [];
  let isAlive = true;
  const deliver: Send = async (type, query) => {
    const failure = failures.shift();
    const answer = await background.send(type, query);
    if (failure !== undefined) throw failure;
    return answer;
  };
  const pause = async (ms: number) => void pauses.push(ms);
  const send = createSend({ deliver, isAlive: () => isAlive, pause });
  return { background, send, pauses, pause, die: () => (isAlive = false) };
}

describe("a question", () => {
  it("whose answer was lost is asked again", async () => {
    const { send, pauses } = failing(LOST, LOST);
    expect((await send("openThread", { thread: NORA })).page).toBe("counted");
    expect(pauses).toEqual([50, 200]);
  });

  it("that the background refuses is not", async () => {
    const { send, pauses } = failing(new Error("No such thread."));
    await expect(send("openThread", { thread: NORA })).rejects.toThrow("No such thread.");
    expect(pauses).toEqual([]);
  });

  it("is given up after a few losses", async () => {
    const { send, pauses } = failing(LOST, LOST, LOST, LOST, LOST, LOST);
    await expect(send("openThread", { thread: NORA })).rejects.toThrow(LOST.message);
    expect(pauses).toHaveLength(4);
  });

  it.each(["Extension context invalidated.", "gone"])(
    "of an orphan is said to be one (%s)",
    async (words) => {
      const { send, die } = failing(new Error(words));
      if (words === "gone") die();
      await expect(send("openThread", { thread: NORA })).rejects.toThrow(Orphaned);
    },
  );
});

async function settle(): Promise<void> {
  for (let turn = 0; turn < 100; turn++) await Promise.resolve();
}

function start({ send, pause }: ReturnType<typeof failing>, isFull = false) {
  const store = createStore({ ...INITIAL_STATE });
  const said: string[] = [];
  const expectLog = createLogs(store);
  const area = new Map<string, unknown>();
  const unsent = createUnsent({
    set: async (items) => {
      for (const [key, item] of Object.entries(items)) area.set(key, item);
    },
    remove: async (key) => {
      if (isFull) throw new Error("The disk is full.");
      area.delete(key);
    },
  });
  const put = createOutbox({ store, send, unsent, expectLog, pause, say: (text) => said.push(text) });
  return { store, said, put, area };
}

describe("the page's outbox", () => {
  it("shows a judgement at once, and brings it with the same id until it is there, once", async () => {
    const world = failing(LOST, LOST, LOST, LOST, LOST, LOST);
    const { store, said, put } = start(world);
    put([FIRST]);
    expect(store.get().drafts).toEqual([FIRST]);
    await settle();
    expect(new Set(world.background.recorded.map(({ id }) => id))).toEqual(new Set([FIRST.id]));
    expect(world.background.events(NORA)).toHaveLength(1);
    expect(store.get().drafts).toEqual([]);
    expect(Object.values(store.get().logs)[0]?.events.map(({ id }) => id)).toEqual([FIRST.id]);
    expect(said).toEqual([expect.stringContaining("Not kept yet")]);
  });

  it("brings judgements in the order they were made, also past a loss", async () => {
    const world = failing(LOST);
    const { put } = start(world);
    put([FIRST]);
    put([SECOND]);
    await settle();
    expect(world.background.events(NORA).map(({ id }) => id)).toEqual([FIRST.id, SECOND.id]);
  });

  it("keeps what was judged where it outlives the page, at once, until the background has it", async () => {
    const world = failing(LOST);
    const { put, area } = start(world);
    put([FIRST]);
    put([SECOND]);
    expect(Object.fromEntries(area)).toEqual({
      [`unsent:${FIRST.id}`]: [FIRST],
      [`unsent:${SECOND.id}`]: [SECOND],
    });
    await settle();
    expect(world.background.events(NORA)).toHaveLength(2);
    expect(area.size).toBe(0);
  });

  it("has brought what the background has, also where its own keeping fails", async () => {
    const world = failing();
    const { store, said, put } = start(world, true);
    put([FIRST]);
    put([SECOND]);
    await settle();
    expect(world.background.recorded.map(({ id }) => id)).toEqual([FIRST.id, SECOND.id]);
    expect(store.get().drafts).toEqual([]);
    expect(said).toEqual([]);
  });

  it("takes back what is refused, and says why", async () => {
    const world = failing();
    world.background.answer({
      record: () => ({
        ok: false,
        code: "page_not_counted",
        sentence: "This Page is not counted.",
        fields: {},
      }),
    });
    const { store, said, put } = start(world);
    put([FIRST]);
    await settle();
    expect(store.get().drafts).toEqual([]);
    expect(said).toEqual(["Not kept: This Page is not counted."]);
  });

  it("of an orphan says that a reload is needed; its last tag waits for the background", async () => {
    const world = failing(new Error("Extension context invalidated."));
    world.background.answer({ record: () => Promise.reject(new Error("unreachable")) });
    world.die();
    const { store, said, put, area } = start(world);
    put([FIRST]);
    await settle();
    expect(store.get().isOrphan).toBe(true);
    expect(said[0]).toContain("Reload the page");
    expect(said[0]).not.toContain("not kept");
    expect(area.size).toBe(1);
  });

  it("a late answer to an earlier question does not take a newer log's place", async () => {
    const store = createStore({ ...INITIAL_STATE });
    const expectLog = createLogs(store);
    const { send } = createBackground();
    const [early, late] = [expectLog(), expectLog()];
    const empty = await send("openThread", { thread: NORA });
    late({ ...empty, page: "not_counted" });
    early(empty);
    expect(Object.values(store.get().logs).map(({ page }) => page)).toEqual(["not_counted"]);
  });
});
