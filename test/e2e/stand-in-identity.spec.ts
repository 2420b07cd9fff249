import type { Tab } from "#test/support/driver.ts";
import { expect, test } from "./fixtures.ts";
import { HEADER_NAME, openRow, rowNamed, THREE } from "./stand-in.ts";

const NORA = { id: "100000000000011", channel: "FB_MESSAGE" };
const GABE = { id: "340282366841710301244000000000000000012", channel: "IG_MESSAGE" };

const selectedIn = async (tab: Tab): Promise<string | null> =>
  new URL(await tab.url()).searchParams.get("selected_item_id");

/** The id that a channel's tab carries. */
const tabId = (tab: Tab, section: string): Promise<string | null> =>
  tab.evaluate((part) => {
    const link = document.querySelector<HTMLAnchorElement>(`[role=tab][href*="/${part}?"]`);
    return link ? new URL(link.href).searchParams.get("selected_item_id") : null;
  }, section);

test("the address follows a click at once, the header later, without a page load", async ({ inbox }) => {
  const tab = await inbox({ threads: THREE, openDelay: 600 });
  await tab.evaluate(() => Object.assign(window, { same: true }));
  await openRow(tab, "Nora Lind");
  await tab.click(rowNamed("Gabe"));
  await tab.waitUntil(async () => (await selectedIn(tab)) === GABE.id, "the address of Gabe");
  expect(await tab.read(HEADER_NAME)).toBe("Nora Lind");
  await tab.waitUntil(async () => (await tab.read(HEADER_NAME)) === "Gabe", "the header of Gabe");
  expect(new URL(await tab.url()).searchParams.get("thread_type")).toBe("IG_MESSAGE");
  expect(await tab.evaluate(() => "same" in window)).toBe(true);
  await tab.evaluate(() => history.back());
  await tab.waitUntil(async () => (await tab.read(HEADER_NAME)) === "Nora Lind", "the header of before");
});

test("a deep link opens what it names", async ({ inbox }) => {
  const tab = await inbox({ threads: THREE }, { selected: GABE });
  expect(await tab.suite("opened")).toMatchObject(GABE);
  expect(await selectedIn(tab)).toBe(GABE.id);
});

test("a deep link that opens another conversation: the address says so, or keeps what was asked for", async ({
  inbox,
}) => {
  const moved = await inbox({ threads: THREE, deepLink: "other" }, { selected: GABE });
  expect(await moved.suite("opened")).toMatchObject(NORA);
  expect(await selectedIn(moved)).toBe(NORA.id);
  const kept = await inbox({ threads: THREE, deepLink: "other", address: "frozen" }, { selected: GABE });
  expect(await kept.suite("opened")).toMatchObject(NORA);
  expect(await selectedIn(kept)).toBe(GABE.id);
});

test("the cohort whose address never changes", async ({ inbox }) => {
  const tab = await inbox({ threads: THREE, address: "frozen" }, { selected: NORA });
  const before = await tab.url();
  await openRow(tab, "Gabe");
  expect(await tab.read(HEADER_NAME)).toBe("Gabe");
  expect(await tab.url()).toBe(before);
});

test("the cohort whose address has no id, and the one that drops it after the load", async ({ inbox }) => {
  const absent = await inbox({ threads: THREE, address: "absent" });
  await openRow(absent, "Gabe");
  expect(await selectedIn(absent)).toBeNull();
  const dropped = await inbox({ threads: THREE, address: "dropped" }, { selected: GABE });
  expect(await dropped.suite("opened")).toMatchObject(GABE);
  await dropped.waitUntil(async () => (await selectedIn(dropped)) === null, "the id gone");
  await openRow(dropped, "Nora Lind");
  expect(await selectedIn(dropped)).toBeNull();
});

test("tabs say the selection late, and Instagram's names a conversation of its own", async ({ inbox }) => {
  const tab = await inbox({ threads: THREE, tabDelay: 500 });
  await openRow(tab, "Nora Lind");
  expect(await tabId(tab, "all")).toBeNull();
  await tab.waitUntil(async () => (await tabId(tab, "all")) === NORA.id, "the tab of all messages");
  expect(await tabId(tab, "messenger")).toBe(NORA.id);
  expect(await tabId(tab, "instagram_direct")).toBe(GABE.id);
  expect(await tabId(tab, "wec")).toBeNull();
});

test("a channel's section lists its own, and comments list none", async ({ inbox }) => {
  const tab = await inbox({ threads: THREE });
  await tab.click({ role: "tab", name: "Instagram" });
  await tab.waitUntil(
    async () => (await tab.url()).includes("/latest/inbox/instagram_direct?"),
    "the section",
  );
  expect(await tab.suite("listed")).toEqual([{ id: GABE.id, name: "Gabe" }]);
  await tab.click({ role: "tab", name: "Instagram comments" });
  await tab.waitUntil(async () => (await tab.suite("listed")).length === 0, "no conversations");
});

test("an account may stand in mailbox_id alone, and one business has several Pages", async ({ inbox }) => {
  const other = [{ id: "100000000000099", name: "Elsewhere", asset: "9000000000000002" }];
  const threads = [...THREE, ...other];
  const tab = await inbox({ threads, accountParams: "mailbox" });
  await openRow(tab, "Nora Lind");
  const { searchParams } = new URL(await tab.url());
  expect(searchParams.get("asset_id")).toBeNull();
  expect(searchParams.get("mailbox_id")).toBe("9000000000000001");
  const second = await inbox({ threads }, { asset: "9000000000000002" });
  expect(await second.suite("listed")).toEqual([{ id: "100000000000099", name: "Elsewhere" }]);
});
