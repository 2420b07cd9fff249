import { afterEach, beforeEach, expect, it } from "vitest";
import { startNames } from "#lib/overlay/names.ts";
import { createBackground } from "./background.ts";
import { mount, type Mounted } from "./mount.ts";
import { NORA, PAGE } from "./readings.ts";

const nora = { thread: NORA, name: "Nora Lind", lastAt: null };
const stop = new AbortController();
let page: Mounted;
const told = () => page.background.asked.filter((type) => type === "learn").length;
const settingsChange = () => page.settle(() => page.tell({ threads: [], settings: true }));

beforeEach(async () => {
  page = await mount(createBackground({ page: "unknown" }));
});
afterEach(() => page.end());

it("a name that was certain before the Page was counted is told again then, once", async () => {
  const learn = startNames(page.overlay, stop.signal);
  await page.settle(() => learn(nora));
  expect(told()).toBe(1);
  await settingsChange();
  expect(told()).toBe(2);

  await page.background.send("answerPage", { asset: PAGE, name: null, counted: true, workspace: null });
  await settingsChange();
  expect(told()).toBe(3);
  await settingsChange();
  expect(told()).toBe(3);
});
