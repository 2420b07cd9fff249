import type { ThreadSeed } from "#test/business-suite/types.ts";
import type { Tab, TestBrowser } from "#test/support/driver.ts";
import { expect, test } from "./fixtures.ts";
import { button, openCounted } from "./overlay.ts";
import { ALWAYS_OPEN, changeSettings } from "./settings.ts";

const NAMES = ["Nora Lind", "Gabe", "Mira"] as const;
const idOf = (name: (typeof NAMES)[number]) => `10000000000001${NAMES.indexOf(name) + 1}`;
const asked = (minutesAgo: number) => ({ from: "customer" as const, text: "Is it there?", minutesAgo });
const thread = (name: (typeof NAMES)[number], entries: ThreadSeed["entries"]): ThreadSeed => ({
  id: idOf(name),
  channel: "FB_MESSAGE",
  name,
  entries,
});
const threads = [
  thread("Nora Lind", [asked(5)]),
  thread("Gabe", [asked(24)]),
  thread("Mira", [asked(60), { from: "business", text: "Yes.", minutesAgo: 50, sentBy: "Kim" }]),
];
/** Its row stands in the list; nobody opened it. */
const passedBy: ThreadSeed = {
  id: "100000000000019",
  channel: "FB_MESSAGE",
  name: "Ines",
  entries: [asked(4_000)],
};
const item = { css: "ol button" } as const;
const said = (text: string | RegExp) => ({ css: "footer output", text });

/** Three conversations that were opened once, and the queue in a tab of its own. */
async function openQueue(
  rung: TestBrowser,
  config: Parameters<typeof openCounted>[1] = {},
): Promise<{ inbox: Tab; queue: Tab }> {
  await changeSettings(rung, ALWAYS_OPEN);
  const inbox = await openCounted(rung, { threads, ...config });
  const queue = await rung.openExtension("sidepanel.html");
  await inbox.bringToFront();
  await queue.click({ role: "button", name: /^Untagged/ });
  for (const name of ["Gabe", "Mira", "Nora Lind"] as const) {
    await inbox.suite("openThread", idOf(name));
    await inbox.waitFor({ css: ".status .name", in: "overlay", text: name });
    // A name is kept once it has been certain for a while.
    await queue.waitFor({ css: "ol bdi", text: name });
  }
  await queue.bringToFront();
  await queue.click({ role: "button", name: /^Next up/ });
  await queue.waitFor(item, { count: 2 });
  return { inbox, queue };
}

test("who to answer next stands first; j, k and Enter open one, and it is checked", async ({
  rung,
}, info) => {
  const { inbox, queue } = await openQueue(rung);
  await queue.resize(400, 600);
  expect(await queue.read({ css: "ol bdi", nth: 0 })).toBe("Gabe");
  expect(await queue.read({ css: "ol bdi", nth: 1 })).toBe("Nora Lind");
  await queue.waitFor({ css: "ol [data-tone=over]", text: /^\d+ min over$/ });
  await queue.waitFor({ css: "ol [data-tone=calm]", text: /^\d min$/ });
  await info.attach("queue", { body: Buffer.from(await queue.screenshot()), contentType: "image/png" });
  await queue.bringToFront();
  await queue.press("KeyJ");
  await queue.press("KeyJ");
  await queue.press("KeyK");
  await queue.press("Enter");
  await queue.waitFor(said("Gabe is open."));
  await inbox.waitFor({ css: ".status .name", in: "overlay", text: "Gabe" });
  expect((await inbox.suite("opened"))?.name).toBe("Gabe");
  expect(new URL(await inbox.url()).searchParams.get("business_id")).toBeTruthy();

  // A text that was not sent is asked about before it is lost.
  await inbox.bringToFront();
  await inbox.click({ role: "textbox", name: /Reply/, in: "page" });
  await inbox.type("Dear Gabe");
  await queue.bringToFront();
  await queue.click({ ...item, nth: 1 });
  await queue.waitFor(said(/Something is written in the inbox that was not sent/));
  expect(await inbox.suite("composerText")).toBe("Dear Gabe");
  await queue.click({ role: "button", name: "Open it all the same" });
  await queue.waitFor(said("Nora Lind is open."));

  await inbox.bringToFront();
  await inbox.waitFor({ css: ".status .name", in: "overlay", text: "Nora Lind" });
  await inbox.waitFor(button("No answer needed"));
  await inbox.press("Alt+Shift+KeyN");
  await queue.waitFor(item, { count: 1 });
  await queue.bringToFront();
  await queue.click({ role: "button", name: /^Untagged/ });
  await queue.waitFor(item, { count: 3 });

  // The tab used last is taken: there the page opens another conversation than was asked for.
  const other = await rung.openInbox({ start: "first", threads, deepLink: "other" });
  await other.waitFor({ css: ".status .name", in: "overlay", text: "Nora Lind" });
  await queue.bringToFront();
  await queue.click({ css: "ol button", text: /Gabe/ });
  await queue.waitFor(said(/Another conversation opened|It is not certain/));
});

const progress = (text: string) => ({ css: "main > div b", text });

test("the bar opens the queue, whose own small window takes no tabs", async ({ rung }) => {
  const inbox = await openCounted(rung, { threads });
  await inbox.click(button("Who to answer next"));
  if (rung.name === "chromium") return;
  const opened = async (end: RegExp) => {
    for (const tab of await rung.tabs()) if (end.test(await tab.url())) return tab;
    return null;
  };
  const queue = await inbox.waitUntil(() => opened(/\/sidepanel\.html$/), "the queue's window");

  // Its window is the only one left, and takes no tab: the conversation opens in a window of its own.
  await queue.click({ role: "button", name: /^Untagged/ });
  await queue.waitFor(item, { count: 1 });
  await inbox.close();
  await queue.click(item);
  const address = /selected_item_id=\d+/;
  await queue.waitUntil(() => opened(address), "the conversation in a new window");
});

/** Something that Chrome and Firefox call by the same name on a page of the extension; what it gives crosses by value. */
const onPage = <T>(queue: Tab, name: "badge" | "notes"): Promise<T> =>
  queue.evaluate(async (what) => {
    interface Extension {
      action: { getBadgeText: (of: object) => Promise<string> };
      notifications: { getAll: () => Promise<object> };
    }
    const { browser, chrome } = globalThis as unknown as Record<string, Extension | undefined>;
    const there = browser ?? chrome;
    const answer =
      what === "badge"
        ? await there?.action.getBadgeText({})
        : Object.keys((await there?.notifications.getAll()) ?? {});
    return answer as T; // safe because: the caller names what the browser documents
  }, name);

test("the icon counts who waits too long, a notification tells who soon will, also after the background was killed; the walk through the past opens one untagged conversation after the other, one key each, and ends with a picture", async ({
  rung,
}, info) => {
  const { inbox, queue } = await openQueue(rung, { threads: [...threads, passedBy] });
  const isBadge = async (text: string) => (await onPage<string>(queue, "badge")) === text;
  await queue.waitUntil(() => isBadge("1"), "one who waits too long");
  expect(await onPage<string[]>(queue, "notes")).toEqual([]);

  const options = await rung.openExtension("options.html");
  await options.write({ role: "textbox", name: "Before a deadline" }, "12 min");
  await options.click({ role: "button", name: "Save the alerts" });
  await options.waitFor({ css: "output", text: "Saved the alerts." });
  const isTold = async () =>
    (await onPage<string[]>(queue, "notes")).some((id) => id.endsWith(idOf("Nora Lind")));
  await queue.waitUntil(isTold, "a notification of who is due soon");

  await rung.killBackground();
  await inbox.bringToFront();
  for (const name of ["Gabe", "Nora Lind"] as const) {
    await inbox.suite("openThread", idOf(name));
    await inbox.waitFor({ css: ".status .name", in: "overlay", text: name });
    await inbox.press("Alt+Shift+KeyN");
  }
  await queue.waitUntil(() => isBadge(""), "nobody");
  await queue.waitUntil(async () => !(await isTold()), "no notification any more");

  await queue.bringToFront();
  await queue.resize(400, 700);
  await queue.click({ role: "button", name: "Tag the past…" });
  await queue.waitFor({ css: "main p", text: /4 conversations are not tagged/ });
  await info.attach("begin", { body: Buffer.from(await queue.screenshot()), contentType: "image/png" });
  await queue.click({ role: "button", name: "Start" });
  await queue.waitFor(said("Nora Lind is open."));
  await info.attach("going", { body: Buffer.from(await queue.screenshot()), contentType: "image/png" });
  await queue.press("Digit3");
  await queue.waitFor(progress("1 of 4 tagged"));
  await queue.waitFor(said("Gabe is open."));
  expect((await inbox.suite("opened"))?.name).toBe("Gabe");
  await queue.press("ArrowRight");
  await queue.waitFor(said("Mira is open."));
  await inbox.waitFor({ css: ".outcomes[aria-busy=false]", in: "overlay" });
  await queue.press("Digit1");
  await queue.waitFor(progress("2 of 4 tagged"));
  await queue.click({ role: "button", name: "Next" });
  await queue.waitFor(said("Ines is open."));
  await inbox.waitFor({ css: ".outcomes[aria-busy=false]", in: "overlay" });
  await queue.press("Digit3");
  await queue.waitFor(progress("3 of 4 tagged"));
  await queue.waitFor({ css: "main p", text: /this is what they became. 1 skipped/ });
  await queue.waitFor({ css: "dl div", text: /Qualified\s*2\s*67\s?%/ }, { count: 1 });
  await info.attach("end", { body: Buffer.from(await queue.screenshot()), contentType: "image/png" });
});
