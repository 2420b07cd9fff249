import { expect, test } from "./fixtures.ts";
import { button, openCounted, panel, status } from "./overlay.ts";

const search = { role: "searchbox", name: /Where did/, in: "overlay" } as const;

test("what is typed in our fields stays there, under a page dialog that traps focus", async ({ rung }) => {
  const tab = await openCounted(rung, { hotKeys: true });
  for (const trap of ["focusin", "focusout", "both"] as const) {
    await tab.suite("openDialog", trap);
    await tab.suite("forgetHeard");
    await tab.click(button(/^(?:Source|Ad) /));
    await tab.type("jk ab");
    expect(await tab.read(search)).toBe("jk ab");
    expect((await tab.see(search)).focused).toBe(true);
    expect(await tab.suite("composerText")).toBe("");
    expect(await tab.suite("hotKeysFired")).toEqual([]);
    const heard = (await tab.suite("heard")).filter(({ type }) =>
      /key|input|focus|click|pointerdown/.test(type),
    );
    expect(heard, trap).toEqual([]);
    await tab.press("Escape");
    await tab.waitGone(panel);
    await tab.suite("closeDialog");
  }
});

test("Escape closes a panel, and the caret is where the rep left it", async ({ rung }) => {
  const tab = await openCounted(rung);
  await tab.click({ role: "textbox", name: /Reply/, in: "page" });
  await tab.type("Thanks!");
  await tab.press("ArrowLeft");
  await tab.click(button(/^(?:Source|Ad) /));
  await tab.type("typed here");
  await tab.press("Escape");
  await tab.waitGone(panel);
  await tab.type(" a lot");
  await tab.waitUntil(async () => (await tab.suite("composerText")) === "Thanks a lot!", "the caret's place");

  // A click on a button of the bar does not take the caret out of the answer.
  await tab.press("End");
  await tab.type(" 2 pieces");
  await tab.click(button("Qualified"));
  await tab.waitFor(status(/Qualified by you/));
  await tab.type(" of 3");
  await tab.waitUntil(
    async () => (await tab.suite("composerText")) === "Thanks a lot! 2 pieces of 3",
    "the text in the answer",
  );
  expect(await tab.count(status(/Qualified by you/))).toBe(1);
});
