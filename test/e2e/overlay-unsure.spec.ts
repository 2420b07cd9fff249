import type { Tab, Target, TestBrowser } from "#test/support/driver.ts";
import { expect, test } from "./fixtures.ts";
import { blocker, button, openCounted, panel, pressed, status } from "./overlay.ts";

const toggle = { role: "checkbox", name: "Read conversation ids in the page's own script" };

const isOff = (name: string) =>
  [...document.querySelectorAll<HTMLInputElement>("input[type=checkbox]")].some(
    ({ labels, checked }) => !checked && labels?.[0]?.textContent === name,
  );

/** Without the probe the page's own elements are all there is to go by. */
async function turnProbeOff(rung: TestBrowser): Promise<void> {
  const options = await rung.openExtension("options.html");
  await options.click(toggle);
  await options.waitUntil(() => options.evaluate(isOff, toggle.name), "the probe to be off");
  await options.close();
}

/** Another conversation opens, and the address goes on naming the first. */
async function openUnderTheSameAddress(tab: Tab): Promise<string> {
  const opened = await tab.suite("opened");
  const other = (await tab.suite("listed")).find(({ id }) => id !== opened?.id);
  await tab.suite("openThread", other?.id ?? "");
  await tab.waitUntil(async () => (await tab.suite("opened"))?.id === other?.id, "the other conversation");
  return other?.name ?? "";
}

/** How far down the middle of a target stands, px. */
async function middleOf(tab: Tab, target: Target): Promise<number> {
  const { box } = await tab.see(target);
  return box ? box.y + box.height / 2 : Number.NaN;
}

test("an address that goes on naming the last conversation: nothing is tagged, the key says why, and no click overrules it", async ({
  rung,
}) => {
  await turnProbeOff(rung);
  const tab = await openCounted(rung);
  const first = await tab.suite("opened");
  await tab.click(button("Qualified"));
  await tab.waitFor(status(/Qualified by you/));
  await tab.suite("set", { address: "frozen", tabs: "plain" });
  const name = await openUnderTheSameAddress(tab);

  await tab.waitFor(blocker(`the address still names ${first?.name}, the header says ${name}`));
  await tab.press("Alt+Shift+KeyL");
  await tab.waitFor(button("Unfold Rung's bar"));
  await tab.press("Alt+Shift+Digit4");
  await tab.waitFor(status(/Nothing tagged: it is not certain which conversation is open\./));
  const said = await middleOf(tab, status(/Nothing tagged/));
  expect(Math.abs(said - (await middleOf(tab, button("Unfold Rung's bar")))), "one line").toBeLessThan(4);
  await tab.press("Alt+Shift+KeyL");
  await tab.waitFor(blocker(/Tagging is off/));
  expect(await tab.count(pressed)).toBe(0);
  expect(await tab.count(button("Sales-ready"))).toBe(0);
  await tab.click(button("What settles it?"));
  await tab.waitFor({ ...panel, text: "Open the conversation once more from the list." });

  await tab.suite("openThread", first?.id ?? "");
  await tab.waitFor(status(/Qualified by you/), { within: 30_000 });
});
