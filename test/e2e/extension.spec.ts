import { countingServer, otherNames } from "./counting-server.ts";
import { expect, test } from "./fixtures.ts";

test("the production build is installed and its popup opens", async ({ rung }) => {
  const popup = await rung.openExtension("popup.html");
  expect(await popup.url()).toBe(`${rung.extensionUrl}/popup.html`);
  expect(await popup.evaluate(() => document.title)).toBe("Rung");
  const text = () => popup.evaluate(() => document.body.innerText.trim());
  await popup.waitUntil(text, "the popup's text");
});

test("the inbox stands at Meta's own address, under a strict policy", async ({ inbox }) => {
  const tab = await inbox({ start: "first" });
  expect(await tab.url()).toMatch(/^https:\/\/business\.facebook\.com\/latest\/inbox\/all\?asset_id=\d+&/);
  const blocked = tab.evaluate(() => {
    document.body.append(Object.assign(document.createElement("script"), { text: "window.ran = true" }));
    return "ran" in window;
  });
  expect(await blocked).toBe(false);
  expect(await tab.suite("errors")).toEqual([]);
});

test("a browser under test reaches 127.0.0.1 and nothing else, not even this machine by another name", async ({
  rung,
}) => {
  await using server = await countingServer();
  const tab = await rung.openTab(`http://127.0.0.1:${server.port}/`);
  expect(await tab.read("body")).toBe("reached");
  const urls = otherNames().map((host) => `http://${host}:${server.port}/`);
  await tab.evaluate(
    (all) => Promise.allSettled(all.map((url) => fetch(url, { mode: "no-cors" }))).then(() => null),
    urls,
  );
  expect(server.hosts()).toEqual([`127.0.0.1:${server.port}`]);
});

test("what was stored outlives the background and the browser", async ({ rung }) => {
  const keep = "window.localStorage";
  const before = await rung.openExtension("popup.html");
  await before.evaluate((key) => localStorage.setItem(key, "kept"), keep);
  await rung.killBackground();
  await rung.restart();
  const after = await rung.openExtension("popup.html");
  expect(await after.evaluate((key) => localStorage.getItem(key), keep)).toBe("kept");
});
