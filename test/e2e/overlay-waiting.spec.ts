import type { ThreadSeed } from "#test/business-suite/types.ts";
import { expect, test } from "./fixtures.ts";
import { button, cutOff, openCounted, panel } from "./overlay.ts";
import { ALWAYS_OPEN, changeSettings } from "./settings.ts";

const thread = (id: number, name: string, entries: ThreadSeed["entries"]): ThreadSeed => ({
  id: `1000000000000${id}`,
  channel: "FB_MESSAGE",
  name,
  entries,
});
const asked = (minutesAgo: number) => ({ from: "customer" as const, text: "Is it still there?", minutesAgo });
const answered = (minutesAgo: number) => ({
  from: "business" as const,
  text: "Yes.",
  minutesAgo,
  sentBy: "Kim",
});

/** Nora has minutes left, Gabe none, Mira was answered, Dana waits for her messages to be read. */
const threads = [
  thread(11, "Nora Lind", [asked(5), asked(2)]),
  thread(12, "Dana", [asked(20), answered(18), asked(4)]),
  thread(13, "Gabe", [asked(24)]),
  thread(14, "Mira", [asked(60), answered(50)]),
];

const chip = { css: ".wait .chip", in: "overlay" } as const;
const times = { css: ".mark.time", in: "overlay" } as const;

test("time left stands in the bar and on the rows, and why; an answer stops the clock, the customer's next message starts it", async ({
  rung,
}, info) => {
  await changeSettings(rung, ALWAYS_OPEN);
  const tab = await openCounted(rung, { threads });
  await tab.waitFor({ ...chip, text: /^(?:9:5|10:0)\d to answer$/ });
  await tab.waitFor({ ...times, text: /^(?:9:5|10:0)\d$/ });
  await tab.waitFor({ ...times, text: "at least 4 min" });
  await tab.waitFor({ ...times, text: "at least 9 min over" });
  expect(await tab.count(times)).toBe(3);

  await tab.click(button(/to answer$/));
  await tab.waitFor({ ...panel, text: /The first answer within 15 min of business hours\./ });
  await tab.waitFor({ css: ".why li", in: "overlay", text: /due$/ });
  await info.attach("why", { body: Buffer.from(await tab.screenshot()), contentType: "image/png" });
  await tab.press("Escape");

  await tab.suite("openThread", "100000000000013");
  await tab.waitFor({ ...chip, text: "9 min over" });
  await tab.waitFor({ ...times, text: "9 min over" });
  await info.attach("over", { body: Buffer.from(await tab.screenshot()), contentType: "image/png" });
  await tab.suite("setTheme", "dark");
  await info.attach("dark", { body: Buffer.from(await tab.screenshot()), contentType: "image/png" });
  await tab.suite("openThread", "100000000000014");
  await tab.waitFor({ ...chip, text: "Answered 50 min ago" });
  expect(await cutOff(tab)).toEqual([]);

  await tab.suite("openThread", "100000000000011");
  await tab.waitFor({ ...chip, text: /to answer$/ });
  await tab.suite("agentAnswers", "100000000000011", "It is.", "Kim");
  await tab.waitFor({ ...chip, text: /^Answered/ });
  await tab.waitGone({ ...times, text: /^\d+:\d\d$/ });
  await tab.suite("customerWrites", "100000000000011", "Thanks, how much?");
  await tab.waitFor({ ...chip, text: /^1[45]:\d\d to answer$/ });
  expect(await tab.suite("errors")).toEqual([]);
});

test("outside business hours the chip names the hour, and why tells the way there", async ({ rung }) => {
  const closed = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  await changeSettings(rung, {
    ...ALWAYS_OPEN,
    hours: [{ from: 0, value: { timeZone: "UTC", weekly: {}, shifts: { [closed]: [["09:00", "17:00"]] } } }],
  });
  const tab = await openCounted(rung, { threads });
  // Nobody may write freely any more by then: the window comes first.
  await tab.waitFor({ ...chip, text: /^Window: 23 h 5\d min left$/ });
  await tab.click(button(/^Window/));
  await tab.waitFor({ css: ".why li", in: "overlay", text: /closed until/ });
  await tab.waitFor({ ...panel, text: /Meta's window of 24 hours closes/ });
});
