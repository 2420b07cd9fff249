import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createBackground } from "#test/overlay/background.ts";
import { mount, type Mounted } from "#test/overlay/mount.ts";
import { GABE, NORA, open, reading, unsure } from "#test/overlay/readings.ts";

let page: Mounted;
const read = (...given: Parameters<typeof reading>) =>
  page.settle(() => page.overlay.read(reading(...given)));
const click = (name: string | RegExp) => page.settle(() => page.button(name).click());
const pressed = () => page.root.querySelector("[aria-pressed=true]")?.getAttribute("aria-label") ?? null;
const kinds = () => page.background.recorded.map(({ kind }) => kind);

beforeEach(async () => {
  page = await mount();
  await read(open(NORA));
});
afterEach(() => page.end());

describe("a tag", () => {
  it("is shown before the background has it", async () => {
    page.background.answer({ record: () => new Promise(() => undefined) });
    await click("Qualified");
    expect(pressed()).toBe("Qualified");
    expect(page.text()).toContain("Qualified by you, just now, saving.");
  });

  it("by click records outcome, thread and this second", async () => {
    await click("Sales-ready");
    expect(page.background.recorded).toMatchObject([
      { kind: "outcome_tagged", thread: NORA, precision: "second", data: { outcome: "sales_ready" } },
    ]);
    expect(pressed()).toBe("Sales-ready");
    expect(page.text()).toContain("Sales-ready by you, just now, kept in this browser.");
  });

  it.each([
    ["Digit1", "Unqualified"],
    ["Digit2", "Partially qualified"],
    ["Digit3", "Qualified"],
    ["Digit4", "Sales-ready"],
    ["Digit5", "Converted"],
  ])("by key %s is %s", async (code, name) => {
    await page.settle(() => expect(page.key(code)).toBe(true));
    expect(pressed()).toBe(name);
  });

  it("leaves keys that are not its own alone", () => {
    expect(["Digit6", "Digit0", "KeyA", "Numpad1"].map(page.key)).toEqual([false, false, false, false]);
    expect(page.background.recorded).toEqual([]);
  });

  it("a second time records nothing", async () => {
    await click("Qualified");
    await click("Qualified");
    expect(kinds()).toEqual(["outcome_tagged"]);
  });

  it("is taken back by undo, one step at a time", async () => {
    await click("Qualified");
    await click("Sales-ready");
    await click("Undo");
    expect(pressed()).toBe("Qualified");
    await click("Undo");
    expect(pressed()).toBeNull();
    expect(page.text()).toContain("was withdrawn");
    expect(kinds()).toEqual(["outcome_tagged", "outcome_tagged", "withdrawn", "withdrawn"]);
  });

  it("stays with its conversation when another opens", async () => {
    await click("Qualified");
    await read(open(GABE));
    expect(pressed()).toBeNull();
    await read(open(NORA));
    expect(pressed()).toBe("Qualified");
  });
});

describe("while it is not certain which conversation is open", () => {
  it("nothing is tagged, the key says why, and is not kept for later", async () => {
    await read(unsure(NORA, "Gabe"));
    await page.settle(() => expect(page.key("Digit3")).toBe(true));
    expect(page.text()).toContain("Nothing tagged: it is not certain which conversation is open.");
    expect(page.text()).toContain("the address still names Nora Lind, the header says Gabe");
    await read(open(GABE));
    expect(page.background.recorded).toEqual([]);
    expect(pressed()).toBeNull();
  });

  it("says what would settle it", async () => {
    await read(unsure(NORA, "Gabe"));
    await click("What settles it?");
    expect(page.text()).toContain("Open the conversation once more from the list.");
  });

  it("waits a moment before it says so", async () => {
    const opened = unsure(NORA, "Gabe");
    await read({ ...opened, identity: { ...opened.identity, settling: true } });
    expect(page.text()).not.toContain("Tagging is off");
    await page.settle(() => page.key("Digit3"));
    expect(page.background.recorded).toEqual([]);
  });

  it("a key that comes before the bar has followed the page tags neither conversation", async () => {
    page.turn(reading(open(GABE)));
    await page.settle(() => page.key("Digit3"));
    expect(page.background.recorded).toEqual([]);
    expect(page.text()).toContain("Nothing recorded: another conversation is open now.");
    await page.settle(() => page.key("Digit3"));
    expect(page.background.recorded).toMatchObject([{ thread: GABE }]);
  });

  it("a judgement made for the conversation before is refused", async () => {
    await read(open(GABE));
    let isMade = true;
    await page.settle(() => {
      isMade = page.overlay.judge(NORA, [{ kind: "outcome_tagged", data: { outcome: "qualified" } }]);
    });
    expect(isMade).toBe(false);
    expect(page.background.recorded).toEqual([]);
  });
});

describe("on a Page that nobody answered for", () => {
  beforeEach(async () => {
    page.end();
    page = await mount(createBackground({ page: "unknown" }));
    await read(open(NORA));
  });

  it("nothing is recorded until it is counted", async () => {
    await page.settle(() => page.key("Digit3"));
    expect(page.background.recorded).toEqual([]);
    await click("Count it");
    await click("Qualified");
    expect(kinds()).toEqual(["outcome_tagged"]);
  });

  it("is left alone once it is not counted", async () => {
    await click("Not this Page");
    expect(page.text()).toContain("This Page is not counted");
    await page.settle(() => page.key("Digit3"));
    expect(page.background.recorded).toEqual([]);
  });
});
