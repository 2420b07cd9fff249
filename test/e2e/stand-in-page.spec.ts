import type { Language } from "#test/business-suite/config.ts";
import { expect, test } from "./fixtures.ts";
import { MESSAGE, names, openRow, THREE } from "./stand-in.ts";

test("six languages, one of them right to left; the ad line stays English but for Vietnamese", async ({
  inbox,
}) => {
  const said: Record<Language, [you: string, dir: string]> = {
    en: ["You: 29", "ltr"],
    de: ["Du: 29", "ltr"],
    vi: ["Bạn: 29", "ltr"],
    th: ["คุณ: 29", "ltr"],
    id: ["Anda: 29", "ltr"],
    ar: ["أنت: 29", "rtl"],
  };
  for (const [language, [you, dir]] of Object.entries(said)) {
    const tab = await inbox({ threads: THREE, language: language as Language });
    expect(await tab.evaluate(() => document.documentElement.dir)).toBe(dir);
    expect(await tab.count({ css: "._at42", text: you })).toBe(1);
    await openRow(tab, "Nora Lind");
    const line = language === "vi" ? "đã trả lời một quảng cáo." : "replied to an ad.";
    expect(await tab.read("[role=region]")).toContain(`Nora Lind ${line}`);
    await tab.close();
  }
});

test("who wrote an outgoing message: a colleague, nobody named, the AI agent, an automatic reply", async ({
  inbox,
}) => {
  const tab = await inbox({ threads: [{ id: "1000", name: "Mira" }] });
  await openRow(tab, "Mira");
  await tab.suite("agentAnswers", "1000", "one", "Kim Agent");
  await tab.suite("pageAnswers", "1000", "two");
  await tab.suite("botAnswers", "1000", "three");
  await tab.suite("automaticReply", "1000", "four", { by: "Kim Agent" });
  await tab.waitFor(MESSAGE, { count: 4 });
  const lines = (await tab.read("[role=region]")).split("\n").filter((line) => line.trim() !== "");
  expect(lines.filter((line) => !line.startsWith("Today"))).toEqual([
    "one",
    "Sent by Kim Agent",
    "two",
    "three",
    "Improve AI response",
    "four",
    "Sent by Kim Agent",
    "Automated response",
  ]);
});

test("quoted replies nest an id, stickers are pictures, WhatsApp's messages have no ids; dark has another ground", async ({
  inbox,
}) => {
  const tab = await inbox({ threads: THREE });
  const ground = () => tab.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await tab.suite("setTheme", "dark");
  expect(await ground()).not.toBe(light);
  await openRow(tab, "Nora Lind");
  const id = await tab.suite("customerWrites", "100000000000011", "", { sticker: "👍" });
  await tab.suite("agentAnswers", "100000000000011", "glad to hear", "Kim Agent", { quotes: id });
  await tab.waitFor(`${MESSAGE} ${MESSAGE}`, { count: 1 });
  expect(await tab.count(`[data-message-id="${id}"] img[alt="👍"]`)).toBe(1);
  await openRow(tab, "+49 170 0000000");
  expect(await tab.count(MESSAGE)).toBe(0);
  expect(await tab.count("[role=region] [dir=auto]")).toBe(1);
});

test("a pane without times, without dividers, without ids", async ({ inbox }) => {
  const bare = { paneUtime: false, messageIds: "none" as const, dividers: "none" as const };
  const tab = await inbox({ threads: THREE, ...bare });
  await openRow(tab, "Nora Lind");
  expect(await tab.count("[role=region] [data-utime]")).toBe(0);
  expect(await tab.count(MESSAGE)).toBe(0);
  expect(await tab.read("[role=region]")).not.toMatch(/\d:\d\d/);
});

test("a held clock: the same texts on any day", async ({ inbox }) => {
  const now = Date.UTC(2026, 3, 4, 15, 41);
  const tab = await inbox({ threads: THREE, now, timeZone: "Europe/Berlin" });
  expect(await tab.count({ css: "abbr", text: "5:37 PM" })).toBe(1);
  await tab.suite("advance", 86_400_000);
  expect(await tab.count({ css: "abbr", text: "Sat" })).toBe(3);
  expect(await tab.suite("now")).toBe(now + 86_400_000);
});

test("before hydration there is no inbox", async ({ rung }) => {
  const url = "https://business.facebook.com/latest/inbox/all";
  const tab = await rung.openTab(url, { threads: THREE, hydrationDelay: 1500 });
  await tab.waitUntil(() => tab.evaluate(() => "suite" in window), "the script");
  expect(await names(tab)).toEqual([]);
  await tab.suite("ready");
  expect(await names(tab)).toHaveLength(3);
});

test("a page of the suite that is no inbox has none", async ({ rung }) => {
  const tab = await rung.openTab("https://business.facebook.com/latest/home", { threads: THREE });
  await tab.waitUntil(() => tab.evaluate(() => "suite" in window), "the script");
  await tab.suite("ready");
  expect(await tab.count("[data-surface], [data-pagelet], [role=presentation]")).toBe(0);
});

test("what was written outlives a reload, where times do not move, and a second tab sees it", async ({
  inbox,
}) => {
  const config = { threads: THREE };
  const first = await inbox(config);
  const times = async () => (await first.suite("threads")).map(({ lastAt }) => lastAt);
  const before = await times();
  await first.reload();
  expect(await times()).toEqual(before);

  const second = await inbox(config);
  await first.suite("customerWrites", "610000000000013", "still here");
  await second.waitUntil(async () => (await names(second))[0] === "+49 170 0000000", "the row on top");
  await first.reload();
  await first.waitUntil(async () => (await names(first))[0] === "+49 170 0000000", "the row on top");
});
