import { expect, test } from "./fixtures.ts";
import { COMPOSER, names, openRow, ROW, rowNamed, THREE } from "./stand-in.ts";

test("the page's own traps: focus, hot keys, access keys, a root of 10 px", async ({ inbox }) => {
  const traps = { dialog: "focusin" as const, hotKeys: true, accessKeys: true, tinyRem: true };
  const tab = await inbox({ threads: THREE, ...traps });
  expect(await tab.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe("10px");
  expect(await tab.count("[accesskey]")).toBe(5);
  await tab.evaluate(() => {
    const field = document.body.appendChild(document.createElement("input"));
    field.id = "outside";
    field.focus();
  });
  await tab.type("x");
  expect(await tab.read("[role=dialog] input")).toBe("x");
  await tab.suite("closeDialog");
  await openRow(tab, "Nora Lind");
  await tab.press("j");
  await tab.waitUntil(async () => (await tab.suite("opened"))?.name === "Gabe", "the next conversation");
  expect(await tab.suite("hotKeysFired")).toEqual(["j"]);
  await tab.click(COMPOSER);
  await tab.suite("forgetHeard");
  await tab.type("j");
  const heard = await tab.suite("heard");
  expect(heard.filter(({ type, phase }) => type === "keydown" && phase === "capture")).toMatchObject([
    { what: "j", target: "div", trusted: true },
  ]);
  expect(await tab.suite("hotKeysFired")).toEqual(["j"]);
});

test.describe("hidden actions", () => {
  test.use({ violates: true });

  test("a click in a row's middle falls into them; a script's event on them is kept too, over a reload", async ({
    inbox,
  }) => {
    const tab = await inbox({ threads: THREE });
    const row = { css: ROW, nth: 1 };
    const { box } = await tab.see(row);
    await tab.click(row, { at: { x: (box?.width ?? 0) / 2, y: 47 } });
    expect((await tab.suite("violations")).map(({ type }) => type)).toContain("click");
    expect(await tab.suite("opened")).toBeNull();
    await tab.suite("forgetViolations");
    await tab.evaluate(() =>
      document
        .querySelector('[aria-label="Move to Done"]')
        ?.dispatchEvent(new MouseEvent("click", { bubbles: true })),
    );
    const [violation] = await tab.suite("violations");
    expect(violation).toMatchObject({ type: "click", action: "Move to Done", trusted: false });
    await tab.waitUntil(async () => (await names(tab)).length === 2, "the row gone to Done");
    await tab.reload();
    expect(await tab.suite("violations")).toContainEqual(violation);
  });

  test("the real pointer over the real button moves the customer to Done", async ({ inbox }) => {
    const tab = await inbox({ threads: THREE });
    await tab.click({ css: '[aria-label="Move to Done"]', nth: 0 });
    expect(await tab.count(rowNamed("Nora Lind"))).toBe(0);
    expect((await tab.suite("violations")).every(({ trusted }) => trusted)).toBe(true);
  });
});
