import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fold } from "#lib/domain/conversation.ts";
import { createBackground } from "#test/overlay/background.ts";
import { mount, type Mounted } from "#test/overlay/mount.ts";
import { customerWrote, GABE, NORA, open, reading, row, unsure, without } from "#test/overlay/readings.ts";

const NOW = Date.UTC(2026, 9, 5, 12);

let page: Mounted;
const read = (...given: Parameters<typeof reading>) =>
  page.settle(() => page.overlay.read(reading(...given)));
const pass = (ms: number) => page.settle(() => void vi.advanceTimersByTime(ms));
const ad = (id: string | null, isOwn = false) => ({ line: true, id, at: null, isOwn });
const touches = () => fold(page.background.events(NORA)).at(-1)?.touches;

beforeEach(async () => {
  vi.useFakeTimers({
    now: NOW,
    toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"],
  });
  page = await mount();
});
afterEach(() => {
  page.end();
  vi.useRealTimers();
});

describe("a look", () => {
  const messages = [customerWrote("m1", NOW - 60_000)];

  it("that saw the beginning of what was told already is told at once", async () => {
    await read(open(NORA, { messages, beginning: false }));
    await pass(700);
    await read(open(NORA, { messages, beginning: true }));
    await pass(1);
    await read(open(GABE, { messages: [customerWrote("g1", NOW)], beginning: true }));
    await pass(300);
    expect(page.background.looks).toEqual([
      { thread: NORA, messages, beginning: false },
      { thread: NORA, messages, beginning: true },
    ]);
  });

  it("is told once the page stands still, and once only", async () => {
    await read(open(NORA, { messages }));
    expect(page.background.looks).toEqual([]);
    await pass(700);
    await read(open(NORA, { messages: [...messages] }));
    await pass(700);
    expect(page.background.looks).toEqual([{ thread: NORA, messages, beginning: true }]);
  });

  it("is not told while it is not certain whose it is, or of a Page that is not counted", async () => {
    await read({ ...unsure(NORA, "Gabe"), messages });
    await pass(700);
    expect(page.background.looks).toEqual([]);
    page.end();
    page = await mount(createBackground({ page: "not_counted" }));
    await read(open(NORA, { messages }));
    await pass(700);
    expect(page.background.looks).toEqual([]);
  });

  it("records once when a bot passed the customer to people", async () => {
    const handovers = [{ at: NOW - 30_000, precision: "second" as const }];
    await read(open(NORA, { messages, handovers }));
    await pass(700);
    await read(open(NORA, { messages: [...messages, customerWrote("m2", NOW - 1_000)], handovers }));
    await pass(700);
    expect(page.background.recorded).toMatchObject([{ kind: "bot_handed_over", at: NOW - 30_000 }]);
  });

  it("does not give one customer's messages to the next, still under the new header", async () => {
    await read(open(NORA, { messages }));
    await pass(700);
    await read(open(GABE, { messages }));
    await pass(700);
    expect(page.background.looks.map(({ thread }) => thread)).toEqual([NORA]);
  });
});

describe("the ad that the details name", () => {
  it("is recorded once a thread, when it has stood a while", async () => {
    await read(open(NORA, { ad: ad("6900000000000") }));
    await pass(1_000);
    expect(touches()).toBeUndefined();
    await pass(1_500);
    expect(touches()).toMatchObject([{ method: "ad_label", source: { kind: "ad", ad: "6900000000000" } }]);
    expect(page.button("Ad Spring hoodie")).toBeTruthy();
    await read(open(NORA, { ad: ad(null) }));
    await read(open(NORA, { ad: ad("6900000000000") }));
    await pass(10_000);
    expect(touches()).toHaveLength(1);
  });

  it("is recorded soon where the details show whose they are", async () => {
    await read(open(NORA, { ad: ad("6900000000000", true) }));
    await pass(500);
    expect(touches()).toBeUndefined();
    await pass(200);
    expect(touches()).toHaveLength(1);
  });

  it("left behind by one of the same ad is not given to the next, until the details are the next one's", async () => {
    await read(open(GABE, { ad: ad("6900000000000", true) }));
    await read(open(NORA, { ad: ad("6900000000000") }));
    await pass(2_500);
    expect(touches()).toBeUndefined();
    await read(open(NORA, { ad: ad("6900000000000", true) }));
    await pass(1_000);
    expect(touches()).toBeUndefined();
    await pass(600);
    expect(touches()).toHaveLength(1);
  });

  it("of the conversation before is not given to the next", async () => {
    await read(open(GABE, { ad: ad("6900000000000") }));
    await read(open(NORA, { ad: ad("6900000000000") }));
    await pass(2_500);
    await read(open(NORA, { ad: ad(null) }));
    await pass(10_000);
    expect(touches()).toBeUndefined();
  });
});

describe("marks on rows", () => {
  it("stand where the row's thread is certain, and follow a tag at once", async () => {
    const [nora, gabe] = [document.createElement("div"), document.createElement("div")];
    await read(open(NORA), { rows: [row(nora, NORA), row(gabe, null)] });
    const marks = () => [...page.root.querySelectorAll(".mark")].map(({ textContent }) => textContent);
    expect(marks()).toEqual([]);
    await page.settle(() => page.key("Digit3"));
    expect(marks()).toEqual(["Qualified"]);
  });

  it("turn themselves off where the rows were not found", async () => {
    const nora = document.createElement("div");
    await read(open(NORA), { rows: [row(nora, NORA)] });
    await page.settle(() => page.key("Digit3"));
    await read(open(NORA), { rows: [row(nora, NORA)], ...without("rows") });
    expect(page.root.querySelector(".mark")).toBeNull();
    expect(page.button(/The rows of the list were not found/)).toBeTruthy();
  });
});

it("what is not found can be copied as a report that holds nobody's words", async () => {
  const copied: string[] = [];
  Object.defineProperty(navigator, "clipboard", {
    configurable: true,
    value: { writeText: (text: string) => Promise.resolve(void copied.push(text)) },
  });
  const shown = document.createElement("p");
  shown.textContent = "Nora's secret";
  document.body.append(shown);
  await read(open(NORA), without("composer"));
  page.turn(reading(open(NORA), without("composer")));
  await page.settle(() => page.button(/The field for the answer was not found/).click());
  await page.settle(() => page.button("Copy a report").click());
  shown.remove();
  expect(page.root.querySelector(".panel output")?.textContent).toMatch(/^Copied: /);
  expect(JSON.parse(copied[0] ?? "null")).toMatchObject({ health: { composer: "missing" } });
  expect(copied.join()).not.toContain("secret");
});

it("names and labels of the page are shown as text, whatever they hold", async () => {
  const name = `<img src=x onerror=alert(1)>\u202e${"x".repeat(10_000)}`;
  const opened = open(NORA);
  await read({ ...opened, identity: { ...opened.identity, name } });
  expect(page.root.querySelector("img")).toBeNull();
  const shown = page.root.querySelector("bdi.name");
  expect(shown?.textContent).toBe(name);
});
