import type { ThreadSeed } from "#test/business-suite/types.ts";
import { expect, test } from "./fixtures.ts";
import { button, cutOff, openCounted, panel } from "./overlay.ts";

const asked = (id: number, name: string, minutesAgo: number): ThreadSeed => ({
  id: `1000000000000${id}`,
  channel: "FB_MESSAGE",
  name,
  entries: [{ from: "customer", text: "Is it still there?", minutesAgo }],
});
const threads = [
  asked(11, "Nora Lind", 60),
  asked(12, "Gabe", 23 * 60),
  asked(13, "Mira", 3 * 24 * 60),
  { ...asked(14, "Dana", 4 * 24 * 60), channel: "WEC_MESSAGE" as const },
];

for (const [name, config] of [
  ["left to right", {}],
  ["right to left, wide", { language: "ar", details: false }],
] as const)
  test(`what may be sent stands above the composer, with the reason: ${name}`, async ({ rung }, info) => {
    const tab = await openCounted(rung, { threads, ...config });
    await tab.waitFor(button(/^May write until/));
    await info.attach("open", { body: Buffer.from(await tab.screenshot()), contentType: "image/png" });
    await tab.suite("openThread", "100000000000012");
    await tab.waitFor({ css: ".send .chip.soon", in: "overlay" });
    await tab.suite("openThread", "100000000000013");
    await tab.waitFor(button(/^May perhaps write until/));
    await tab.click(button(/^May perhaps write/));
    await tab.waitFor({ ...panel, text: /The window after the customer's last action is over\./ });
    await info.attach("over", { body: Buffer.from(await tab.screenshot()), contentType: "image/png" });
    expect(await cutOff(tab)).toEqual([]);

    await tab.suite("setTheme", "dark");
    await info.attach("dark", { body: Buffer.from(await tab.screenshot()), contentType: "image/png" });
    await tab.click(button(/^Close/));
    await tab.waitGone(panel);

    await tab.suite("customerWrites", "100000000000013", "Hello?");
    await tab.waitFor(button(/^May write until/));

    // On WhatsApp a template is what is left, where one was approved.
    await tab.suite("openThread", "100000000000014");
    await tab.waitFor(button("May write: not known"));
    await tab.click(button(/^May write/));
    await tab.waitFor({ ...panel, text: /An approved template/ });
    expect(await tab.suite("errors")).toEqual([]);
  });
