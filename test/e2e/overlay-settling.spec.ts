import type { ThreadSeed } from "#test/business-suite/types.ts";
import { expect, test } from "./fixtures.ts";
import { bar, button, cutOff, openCounted, panel, status } from "./overlay.ts";
import { ALWAYS_OPEN, changeSettings } from "./settings.ts";

const threads: ThreadSeed[] = [
  {
    id: "100000000000011",
    channel: "FB_MESSAGE",
    name: "Nora Lind",
    entries: [
      { from: "customer", text: "Is it still there?", minutesAgo: 60 },
      { from: "business", text: "Yes, it is yours.", minutesAgo: 50, sentBy: "Kim" },
      { from: "customer", text: "thanks!", minutesAgo: 40 },
    ],
  },
];
const chip = { css: ".wait .chip", in: "overlay" } as const;
const times = { css: ".mark.time", in: "overlay" } as const;

test("a thank-you is settled by one key from the composer, comes back by Undo, and is kept", async ({
  rung,
}, info) => {
  await changeSettings(rung, ALWAYS_OPEN);
  const tab = await openCounted(rung, { threads, hotKeys: true });
  await tab.waitFor({ ...chip, text: /over$/ });
  await tab.click({ role: "textbox", name: /Reply/, in: "page" });
  await tab.type("You are ");
  await tab.press("Alt+Shift+KeyN");
  await tab.waitFor({ ...chip, text: "No answer needed" });
  await tab.waitFor(status(/No answer needed by you, just now/));
  await tab.waitGone(times);
  await tab.type("welcome");
  expect(await tab.suite("composerText")).toBe("You are welcome");
  expect(await tab.suite("hotKeysFired")).toEqual([]);
  await info.attach("settled", { body: Buffer.from(await tab.screenshot()), contentType: "image/png" });

  await tab.click(button("Undo"));
  await tab.waitFor({ ...chip, text: /over$/ });
  await tab.click(button("No answer needed"));
  await tab.waitFor({ ...chip, text: "No answer needed" });
  await tab.reload();
  await tab.waitFor({ ...chip, text: "No answer needed" });
  await tab.suite("customerWrites", "100000000000011", "One more thing…");
  await tab.waitFor({ ...chip, text: /to answer$/ });
});

test("a conversation is put off by a key and a digit, or to any time", async ({ rung }, info) => {
  const tab = await openCounted(rung, { threads });
  await tab.click(bar, { at: { x: 4, y: 4 } });
  await tab.press("KeyF");
  await tab.waitFor(panel);
  await info.attach("times", { body: Buffer.from(await tab.screenshot()), contentType: "image/png" });
  await tab.press("Digit2");
  await tab.waitFor(status(/Follow up on \w{3}.* by you, just now/));
  await tab.waitFor(button(/^Follow up: \w{3}/));
  await info.attach("set", { body: Buffer.from(await tab.screenshot()), contentType: "image/png" });
  expect(await cutOff(tab)).toEqual([]);

  await tab.suite("setTheme", "dark");
  await tab.press("Alt+Shift+KeyF");
  await tab.waitFor(button("No follow-up"));
  await info.attach("dark", { body: Buffer.from(await tab.screenshot()), contentType: "image/png" });
  await tab.click(button("No follow-up"));
  await tab.waitFor(button("Follow up"));
  await tab.reload();
  await tab.waitFor(button("Follow up"));
  expect(await tab.suite("errors")).toEqual([]);
});
