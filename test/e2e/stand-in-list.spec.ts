import { expect, test } from "./fixtures.ts";
import { MESSAGE, names, openRow, ROW, THREE } from "./stand-in.ts";

test("rows move up, are read by a click, and say the same in new nodes", async ({ inbox }) => {
  const tab = await inbox({ threads: THREE });
  expect(await names(tab)).toEqual(["Nora Lind", "Gabe", "+49 170 0000000"]);

  // A customer's message moves the row up, unread, in a node that showed another.
  await tab.evaluate(() =>
    document.querySelector('[role="presentation"]')?.setAttribute("data-mark", "first"),
  );
  await tab.suite("customerWrites", "610000000000013", "are you there?");
  await tab.waitUntil(async () => (await names(tab))[0] === "+49 170 0000000", "the row on top");
  const top = await tab.see('[data-mark="first"]');
  expect(top.text).toContain("are you there?");
  expect(top.attributes.class).toContain("_284c");

  // A click opens the conversation and marks it read; the row of the time before is selected no more.
  await openRow(tab, "Nora Lind");
  expect((await tab.suite("threads")).find(({ name }) => name === "Nora Lind")?.unread).toBe(false);
  expect(await tab.count(MESSAGE)).toBe(3);
  await openRow(tab, "Gabe");
  expect(await tab.read('[role=presentation][aria-selected="true"]')).toContain("Gabe");

  // System lines and reactions move a row and write no message.
  const { id } = (await tab.suite("opened")) ?? { id: "" };
  await tab.suite("systemLine", id, "lead_stage", { what: "Qualified" });
  await tab.waitUntil(async () => (await names(tab))[0] === "Gabe", "the row on top");
  expect(await tab.read('[role="region"]')).toContain("Lead stage set to Qualified");
  expect(await tab.count(MESSAGE)).toBe(2);
  await tab.suite("customerWrites", "100000000000011", "hey");
  await tab.suite("react", id, "❤️");
  expect(await names(tab)).toEqual(["Gabe", "Nora Lind", "+49 170 0000000"]);
  expect(await tab.count(MESSAGE)).toBe(2);

  // Remounting replaces the nodes and keeps what they say.
  await tab.evaluate(() => {
    for (const one of document.querySelectorAll('[role="presentation"], [role="region"]'))
      one.setAttribute("data-mark", "");
  });
  const marks = () => tab.count("[data-mark]");
  await tab.suite("renderAgain");
  expect(await marks()).toBe(4);
  await tab.suite("remount", "list");
  expect(await marks()).toBe(1);
  await tab.suite("remount", "all");
  expect(await marks()).toBe(0);
  expect(await names(tab)).toEqual(["Gabe", "Nora Lind", "+49 170 0000000"]);
  expect(await tab.count(MESSAGE)).toBe(2);
});

test("of 500 conversations about a dozen rows are mounted, wherever the list stands", async ({ inbox }) => {
  const tab = await inbox({ sample: { count: 500, seed: 3, duplicateNames: true } });
  const mounted = () => tab.count(ROW);
  expect(await mounted()).toBeGreaterThanOrEqual(10);
  expect(await mounted()).toBeLessThanOrEqual(14);
  const before = await names(tab);
  await tab.wheel({ css: ROW, nth: 2 }, 9400);
  await tab.waitUntil(async () => (await names(tab))[0] !== before[0], "other rows");
  expect(await mounted()).toBeLessThanOrEqual(14);
  const heights = await tab.evaluate(
    (css) => [...new Set([...document.querySelectorAll(css)].map((row) => row.clientHeight))],
    ROW,
  );
  expect(heights).toEqual([93]);
});

test("row-shaped notices are no rows", async ({ inbox }) => {
  const notices = ["whatsapp_restricted" as const, "away" as const, "ai_agent" as const];
  const tab = await inbox({ threads: THREE, notices });
  expect(await tab.count("[role=alert]")).toBe(1);
  expect(await tab.count("[role=status]")).toBe(1);
  expect(await tab.count(ROW)).toBe(3);
  await openRow(tab, "Nora Lind");
});
