import { expect, test } from "./fixtures.ts";
import { bar, button, openCounted, panel, pressed, status } from "./overlay.ts";

const amount = { role: "textbox", name: "Amount", in: "overlay" } as const;
const hosts = () => document.querySelectorAll("rung-overlay").length;

test("the page throws parts away and makes them anew while an amount is being typed; our element it gets back", async ({
  rung,
}) => {
  const tab = await openCounted(rung);
  for (const part of ["list", "pane", "all"] as const) {
    await tab.click(button("Converted"));
    await tab.type("85");
    for (let time = 0; time < 3; time++) {
      await tab.suite("remount", part);
      await tab.suite("renderAgain");
      await tab.suite("rotateClasses", 10 + time);
    }
    await tab.type(".50");
    expect(await tab.read(amount)).toBe("85.50");
    await tab.press("Enter");
    await tab.waitGone(panel);
    await tab.waitFor({ ...pressed, text: "Converted" });
    expect(await tab.evaluate(hosts)).toBe(1);
    await tab.click(button("Undo"));
    await tab.waitGone(pressed);
  }
  expect(await tab.suite("errors")).toEqual([]);

  // Removed, it comes back with what it showed.
  await tab.click(button("Qualified"));
  await tab.waitFor(status(/Qualified by you/));
  await tab.evaluate(() => document.querySelector("rung-overlay")?.remove());
  await tab.suite("renderAgain");
  await tab.waitFor(status(/Qualified by you/));
});

test("the bar goes with the conversation and comes back with it", async ({ rung }) => {
  const tab = await openCounted(rung);
  await tab.suite("closeThread");
  await tab.waitGone(bar);
  const [first] = await tab.suite("listed");
  await tab.suite("openThread", first?.id ?? "");
  await tab.waitFor(status(/Not tagged yet/));
  await tab.suite("showSection", "messenger");
  await tab.waitGone(bar);
});

test("what is tagged while the background is killed is there once", async ({ rung }) => {
  const tab = await openCounted(rung);
  await tab.click(button("Qualified"));
  await rung.killBackground();
  await tab.click(button("Sales-ready"));
  await rung.killBackground();
  await tab.waitFor(status(/Sales-ready by you, .*, kept in this browser/));
  await rung.killBackground();
  await tab.click(button("Undo"));
  await tab.waitFor(status(/Qualified by you/));
  // The page goes before the background is back.
  await tab.reload();
  await tab.waitFor(status(/Qualified by you/));
  await tab.click(button("Undo"));
  await tab.waitFor(status(/was withdrawn/));
});
