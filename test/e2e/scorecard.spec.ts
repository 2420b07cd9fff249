import { addDays } from "#lib/domain/day.ts";
import { makePairing } from "#server/members/make-pairing.ts";
import { DAY, event, THREAD } from "#test/domain/story.ts";
import { startServer, type TestServer } from "#test/support/server.ts";
import type { Tab } from "#test/support/driver.ts";
import { expect, test } from "./fixtures.ts";
import { pairWith } from "./pages.ts";

const AD = "120210000000000001";
const today = () => new Date().toISOString().slice(0, 10);

interface Made {
  daysAgo: number;
  qualified: number;
  handedOff: number;
}

/** Sixty conversations of one day, so many of them qualified and handed off. */
function sixty({ daysAgo, qualified, handedOff }: Made) {
  return Array.from({ length: 60 }, (_, n) => {
    const at = Date.parse(`${today()}T00:00:00Z`) - daysAgo * DAY + n * 60_000;
    const told = { thread: { ...THREAD, id: `${daysAgo}${String(n).padStart(3, "0")}` } };
    return [
      event("message_seen", at, { key: `m${daysAgo}.${n}`, sender: "customer" }, told),
      event("message_seen", at + 1000, { key: `a${daysAgo}.${n}`, sender: "person" }, told),
      event("history_seen", at, { to: at + 1000, beginning: true }, told),
      event("source_attributed", at, { source: { kind: "ad", ad: AD }, method: "ad_label" }, told),
      ...(n < qualified ? [event("outcome_tagged", at + 2000, { outcome: "qualified" }, told)] : []),
      ...(n < handedOff ? [event("handoff_offered", at + 3000, { to: "sales" }, told)] : []),
    ];
  }).flat();
}

/** Two windows of a team: as many qualified for the same money, far fewer of them handed off. */
async function team(): Promise<TestServer & { code: string }> {
  const server = await startServer();
  const { db, workspace } = server;
  await server.countPage(THREAD.asset);
  const manager = await server.addMember("manager");
  const rows = [20, 45].map((ago) => {
    const day = addDays(today(), -ago);
    return `Hoodie,Video,${AD},${day},900.00,${day},${day}`;
  });
  const csv = [
    "Campaign name,Ad name,Ad ID,Day,Amount spent (USD),Reporting starts,Reporting ends",
    ...rows,
    "",
  ].join("\n");
  await manager.request("/v1/spend/imports?account=Shop&timeZone=UTC", {
    method: "POST",
    headers: { "content-type": "text/csv" },
    body: csv,
  });
  await manager.push(sixty({ daysAgo: 45, qualified: 45, handedOff: 40 }));
  await manager.push(sixty({ daysAgo: 20, qualified: 40, handedOff: 8 }));
  const ctx = { db, workspace, member: null, role: "admin" as const, now: Date.now() };
  const { code } = await makePairing({ ctx, input: { name: "Kim", role: "manager" } });
  return { ...server, code };
}

/** Chooses a day as its calendar does: what a person types depends on their language. */
const chooseDay = (tab: Tab, day: string): Promise<void> =>
  tab.evaluate((value) => {
    const field = document.querySelector<HTMLInputElement>("input[type=date]");
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, value);
    field?.dispatchEvent(new Event("input", { bubbles: true }));
  }, day);

test("the popup says what changed, how sure it is and where to work; each figure says why, by keyboard", async ({
  rung,
}) => {
  const server = await team();
  try {
    await pairWith(await rung.openExtension("options.html"), server.url, server.code);
    const popup = await rung.openExtension("popup.html");
    await popup.waitFor({ css: "footer", text: /Up to date/ });
    const words = await popup.read("main");
    expect(words).toContain("$22.50");
    expect(words).toMatch(/▲ 13% against the 30 days before, at 14 days' age; not told apart yet/);
    expect(words).toContain("Weakest: qualified to handed off.");
    expect(words).toContain("20% of the qualified, against 89% in the 30 days before.");
    expect(words).toMatch(/all 60 younger than 30 days/);
    expect(words).toMatch(/First reply\s*100%\s*0 s\s*0 s/);
    expect(words).toMatch(/20 untagged: \$15\.00 if all were good, \$22\.50 if all were bad\./);

    const figure = { role: "button", name: "$22.50", nth: 0 };
    const panel = { role: "dialog", name: "Cost per qualified conversation" };
    await popup.waitUntil(async () => {
      await popup.press("Tab");
      return (await popup.see(figure)).focused;
    }, "the focus on the figure");
    await popup.press("Enter");
    expect(await popup.read(panel)).toContain("Spend / qualified = $900.00 / 40 = $22.50");
    const { box } = await popup.see(panel);
    expect(box?.x).toBeGreaterThanOrEqual(0);
    await popup.press("Escape");
    await popup.waitGone(panel);
    expect((await popup.see(figure)).focused).toBe(true);
  } finally {
    await server.stop();
  }
});

test("a popup as wide and high as a browser makes it: nothing is cut off, and nothing jumps", async ({
  rung,
}, info) => {
  const server = await team();
  try {
    await pairWith(await rung.openExtension("options.html"), server.url, server.code);
    const first = await rung.openExtension("popup.html");
    await first.waitFor({ css: "footer", text: /Up to date/ });
    const height = (await first.see("main")).box?.height;
    const popup = await rung.openExtension("popup.html");
    await popup.resize(380, 600);
    await popup.waitFor("ol li");
    expect((await popup.see("main")).box?.height, "cached figures take the room of fresh ones").toBe(height);
    await info.attach("popup", { body: Buffer.from(await popup.screenshot()), contentType: "image/png" });
    const cut = await popup.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>("main *")]
        .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1)
        .map((one) => one.innerText),
    );
    expect(cut).toEqual([]);
    expect(await popup.evaluate(() => document.documentElement.scrollWidth)).toBe(380);
  } finally {
    await server.stop();
  }
});

declare const chrome: { tabs: { query(asked: object): Promise<{ url?: string }[]> } };

/** Runs in a page of the extension: the addresses of its own tabs. */
const ownTabs = async (): Promise<string[]> => (await chrome.tabs.query({})).map(({ url }) => url ?? "");

test("the scorecard in a tab has every group's ladder, and each figure says why", async ({ rung }, info) => {
  const server = await team();
  try {
    await pairWith(await rung.openExtension("options.html"), server.url, server.code);
    const popup = await rung.openExtension("popup.html");
    await popup.waitFor({ css: "footer", text: /Up to date/ });
    await popup.click({ role: "button", name: "Open the scorecard" });
    // The browser itself is asked: what drives it does not always hear of a tab that it did not open.
    const isOpen = () =>
      popup.evaluate(ownTabs).then((urls) => urls.some((url) => url.endsWith("/scorecard.html")));
    await popup.waitUntil(isOpen, "the scorecard in a tab of its own");

    const tab = await rung.openExtension("scorecard.html");
    const groups = "section[aria-label=Groups]";
    await tab.waitFor({ css: `${groups} tbody th`, text: "Hoodie" });
    expect(await tab.read({ css: `${groups} tbody tr`, nth: 1 })).toMatch(/\$22\.50.*\$19\.41 to \$27\.75/s);
    await info.attach("scorecard", { body: Buffer.from(await tab.screenshot()), contentType: "image/png" });
    await tab.click({ role: "button", name: "Ad", nth: 0 });
    await tab.waitFor({ css: `${groups} tbody th`, text: "Video" });
    await tab.click({ css: `${groups} tbody tr:nth-child(2) td:nth-child(3) button` });
    const panel = { role: "dialog", name: "Cost per message" };
    expect(await tab.read(panel)).toContain("Spend / started = $900.00 / 60 = $15.00");
    await tab.press("Escape");
    await tab.waitGone(panel);
    await tab.click({ role: "button", name: "As known on a past day…" });
    await chooseDay(tab, addDays(today(), -1));
    await tab.click({ role: "button", name: "Show", nth: 0 });
    await tab.waitFor({ css: "main", text: /As known on .*No conversation was seen to start/s });
    await info.attach("as-known", { body: Buffer.from(await tab.screenshot()), contentType: "image/png" });
    await tab.click({ role: "button", name: "Show what is known now" });
    await tab.waitFor({ css: `${groups} tbody th`, text: "Video" });
    await tab.resize(420, 800);
    expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(420);
  } finally {
    await server.stop();
  }
});
