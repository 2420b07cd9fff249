import { countingServer, otherNames } from "./counting-server.ts";
import { expect, test } from "./fixtures.ts";
import { button, openCounted, status } from "./overlay.ts";

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

test("our content script runs there: what is typed into our host never reaches the page's listeners", async ({
  inbox,
}) => {
  const tab = await inbox({ threads: [] });
  await tab.evaluate(() => {
    for (const name of ["rung-overlay", "some-host"]) {
      const host = document.body.appendChild(document.createElement(name));
      Object.assign(host.style, {
        position: "fixed",
        bottom: name === "some-host" ? "0" : "60px",
        zIndex: "9",
      });
      host.attachShadow({ mode: "open" }).appendChild(document.createElement("input")).title = name;
    }
  });
  for (const name of ["rung-overlay", "some-host"]) {
    await tab.click({ role: "textbox", name });
    await tab.type("k");
    expect(await tab.read({ role: "textbox", name })).toBe("k");
  }
  const heard = await tab.suite("heard");
  const keysIn = (host: string) =>
    heard.filter(({ target, type }) => target === host && type.startsWith("key"));
  expect(keysIn("rung-overlay")).toEqual([]);
  expect(keysIn("some-host").length).toBeGreaterThan(0);
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

test("a browser made as new has kept nothing: not of the extension, not of the inbox", async ({ rung }) => {
  const inbox = await openCounted(rung);
  await inbox.click(button("Qualified"));
  await inbox.waitFor(status(/Qualified by you/));
  await inbox.suite("customerWrites", (await inbox.suite("opened"))?.id ?? "", "kept?");
  const popup = await rung.openExtension("popup.html");
  await popup.evaluate(() => localStorage.setItem("kept", "yes"));
  await rung.renew();
  expect(await rung.tabs()).toHaveLength(1);
  const fresh = await rung.openExtension("popup.html");
  await fresh.waitFor({ css: "h2", text: "Start with one conversation" });
  expect(await fresh.evaluate(() => localStorage.getItem("kept"))).toBeNull();
  const again = await openCounted(rung);
  expect(await again.read("[role=region]")).not.toContain("kept?");
});
