import { expect, test } from "./fixtures.ts";
import { COMPOSER, MESSAGE, openRow, THREE } from "./stand-in.ts";

const SEND = { role: "button", name: "Send" };
const LIKE = { role: "button", name: "Send a Like" };

for (const composer of ["lexical", "lexical_plain"] as const)
  test(`${composer}: typed text is the editor's own, Send is there only with text, Shift+Enter breaks, Enter sends`, async ({
    inbox,
  }) => {
    const tab = await inbox({ threads: THREE, composer });
    await openRow(tab, "Nora Lind");
    expect(await tab.count(SEND)).toBe(0);
    await tab.click(COMPOSER);
    await tab.type("first");
    await tab.press("Shift+Enter");
    await tab.type("second");
    expect(await tab.suite("composerText")).toBe("first\nsecond");
    expect(await tab.count(SEND)).toBe(1);
    expect(await tab.count(LIKE)).toBe(0);
    await tab.press("Enter");
    await tab.waitUntil(async () => (await tab.suite("sent")).length === 1, "the message sent");
    expect((await tab.suite("sent"))[0]).toMatchObject({ thread: "100000000000011", text: "first\nsecond" });
    expect(await tab.suite("composerText")).toBe("");
    expect(await tab.count(SEND)).toBe(0);
  });

test("text written into the editor's nodes from outside is reverted and sends nothing", async ({ inbox }) => {
  const tab = await inbox({ threads: THREE });
  await openRow(tab, "Nora Lind");
  await tab.click(COMPOSER);
  await tab.type("mine");
  await tab.evaluate((css) => {
    const paragraph = document.querySelector(`${css} p`);
    paragraph?.append(document.createElement("b"), "not mine");
  }, COMPOSER);
  await tab.waitUntil(async () => (await tab.read(COMPOSER)).trim() === "mine", "the editor's own text");
  expect(await tab.suite("composerText")).toBe("mine");
});

test("a bubble appears at once without an id, and gets one when it is kept", async ({ inbox }) => {
  const tab = await inbox({ threads: THREE, sendDelay: 500 });
  await openRow(tab, "Nora Lind");
  await tab.click(COMPOSER);
  await tab.type("on its way");
  await tab.click(SEND);
  await tab.waitFor({ css: "[role=region] span > span", text: "on its way" });
  expect(await tab.count(MESSAGE)).toBe(3);
  await tab.waitFor(MESSAGE, { count: 4 });
});

test("a bubble that is thrown away leaves nothing behind", async ({ inbox }) => {
  const tab = await inbox({ threads: THREE, sends: "thrown_away", sendDelay: 300 });
  await openRow(tab, "Nora Lind");
  await tab.click(COMPOSER);
  await tab.type("lost");
  await tab.press("Enter");
  const bubble = { css: "[role=region] span > span", text: "lost" };
  await tab.waitFor(bubble);
  await tab.waitGone(bubble);
  expect(await tab.suite("sent")).toEqual([]);
  expect((await tab.suite("threads"))[0]?.entries).toHaveLength(4);
});

test("the textarea of older pages", async ({ inbox }) => {
  const tab = await inbox({ threads: THREE, composer: "textarea" });
  await openRow(tab, "Nora Lind");
  expect(await tab.count("[contenteditable]")).toBe(0);
  await tab.write('textarea[placeholder="Reply in Messenger…"]', "hello");
  expect(await tab.suite("composerText")).toBe("hello");
  await tab.press("Enter");
  await tab.waitUntil(async () => (await tab.suite("sent")).length === 1, "the message sent");
  expect(await tab.read("textarea")).toBe("");
});

test("no composer: on a page without, and in a message request", async ({ inbox }) => {
  const without = await inbox({ threads: THREE, composer: "none" });
  await openRow(without, "Nora Lind");
  expect(await without.count("[role=textbox], textarea")).toBe(0);
  const request = await inbox({ threads: [{ id: "1000", name: "New", request: true }, ...THREE] });
  await openRow(request, "New");
  expect(await request.count("[role=textbox]")).toBe(0);
  await openRow(request, "Gabe");
  expect(await request.count('[role=textbox][aria-label="Reply on Instagram…"]')).toBe(1);
});
