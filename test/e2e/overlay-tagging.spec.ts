import { expect, test } from "./fixtures.ts";
import { bar, button, mark, openCounted, openOther, panel, pressed, status } from "./overlay.ts";

test("a Page is asked about once; then a click tags, says so, and undo takes it back", async ({ rung }) => {
  const tab = await openCounted(rung);
  await tab.click(button("Qualified"));
  await tab.waitFor({ ...pressed, text: "Qualified" });
  await tab.waitFor(status(/Qualified by you, just now, kept in this browser\./));
  await tab.waitFor({ ...mark, text: "Qualified" });
  await tab.click(button("Undo"));
  await tab.waitFor(status(/Qualified was withdrawn/));
  await tab.waitGone(pressed);
  await tab.reload();
  await tab.waitFor(status(/Qualified was withdrawn/));
  expect(await tab.count(button("Count it"))).toBe(0);
});

test("plain digits tag while the focus is in the bar, Alt+Shift and a digit from anywhere; the page hears nothing of it", async ({
  rung,
}) => {
  const tab = await openCounted(rung, { hotKeys: true });
  await tab.press("Digit4");
  expect(await tab.count(pressed)).toBe(0);
  await tab.click(bar, { at: { x: 4, y: 4 } });
  await tab.press("Digit4");
  await tab.waitFor({ ...pressed, text: "Sales-ready" });

  await tab.click({ role: "textbox", name: /Reply/, in: "page" });
  await tab.type("Thank ");
  await tab.suite("forgetHeard");
  for (const [digit, name] of ["Unqualified", "Partial", "Qualified", "Sales-ready"].entries()) {
    await tab.press(`Alt+Shift+Digit${digit + 1}`);
    await tab.waitFor({ ...pressed, text: name });
  }
  const modifiers = new Set(["Alt", "Shift"]);
  const keys = (await tab.suite("heard")).filter(
    ({ type, what }) => type.startsWith("key") && !modifiers.has(what ?? ""),
  );
  expect(keys).toEqual([]);
  await tab.type("you");
  expect(await tab.suite("composerText")).toBe("Thank you");

  // A press beside the buttons takes the focus out of the composer: digits are not typed to a customer.
  await tab.click(button("Qualified"));
  await tab.waitFor({ ...pressed, text: "Qualified" });
  await tab.type("!");
  expect(await tab.suite("composerText")).toBe("Thank you!");
  await tab.click(bar, { at: { x: 4, y: 4 } });
  await tab.press("Digit4");
  await tab.waitFor({ ...pressed, text: "Sales-ready" });
  expect(await tab.suite("composerText")).toBe("Thank you!");
  // The page's own key, pressed while nothing of ours had the focus.
  expect(await tab.suite("hotKeysFired")).toEqual(["4"]);
});

test("a reason is picked by its digit, an amount is typed and kept", async ({ rung }) => {
  const tab = await openCounted(rung);
  await tab.press("Alt+Shift+Digit1");
  await tab.waitFor(panel);
  await tab.press("Alt+Shift+Digit1");
  await tab.waitUntil(
    async () => (await tab.see({ css: ".menu button", in: "overlay", nth: 0 })).focused,
    "the menu's focus",
  );
  await tab.press("Digit2");
  await tab.waitGone(panel);
  await tab.waitFor(status(/Unqualified \(no budget\) by you/));

  await tab.press("Alt+Shift+Digit5");
  await tab.waitFor(panel);
  await tab.type("85.50");
  await tab.press("Enter");
  await tab.waitGone(panel);
  await tab.click(button("Converted"));
  expect(await tab.read({ role: "textbox", name: "Amount", in: "overlay" })).toBe("85.50");
});

test("each conversation keeps its own tag, handoff, source and macro; the macro is not sent", async ({
  rung,
}) => {
  const tab = await openCounted(rung);
  const first = await tab.suite("opened");
  await tab.click(button("Qualified"));
  await openOther(tab);
  await tab.waitGone(pressed);
  await tab.click(button("Sales-ready"));
  await tab.suite("openThread", first?.id ?? "");
  await tab.waitFor({ ...pressed, text: "Qualified" });

  // So are a handoff, a source and a macro; the macro is not sent.
  await tab.click(button("Hand off"));
  await tab.click(button("Booking"));
  await tab.waitFor(button("Handed to booking"));
  await tab.click(button(/^(?:Source|Ad) /));
  await tab.type("a friend");
  await tab.press("Enter");
  await tab.waitFor(button("From a friend"));
  await tab.click(button("Macros"));
  await tab.click(button(/^Thanks/));
  await tab.waitUntil(
    async () => (await tab.suite("composerText")) === "Thank you for your message! How can I help?",
    "the macro",
  );
  expect(await tab.suite("sent")).toEqual([]);
  await tab.reload();
  await tab.waitFor(button("Handed to booking"));
  await tab.waitFor(button("From a friend"));
});

test("where the page has access keys 1 to 5, Alt+Shift is left to it, and the bar says so", async ({
  rung,
}) => {
  const tab = await rung.openInbox({ start: "first", accessKeys: true });
  await tab.click(button("Count it"));
  await tab.waitFor(status(/1 to 5 works while the bar has the focus/));
  await tab.press("Alt+Shift+Digit3");
  expect(await tab.count(pressed)).toBe(0);
  await tab.click(bar, { at: { x: 4, y: 4 } });
  await tab.press("Digit3");
  await tab.waitFor({ ...pressed, text: "Qualified" });
});
