import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserName } from "#test/support/browsers.ts";
import type { Tab } from "#test/support/driver.ts";
import { launch } from "#test/support/launch.ts";
import { expect, findExecutable, test } from "./fixtures.ts";

const MANIFEST = {
  manifest_version: 3,
  name: "background under test",
  version: "1",
  permissions: ["storage"],
  browser_specific_settings: { gecko: { id: "rung@rung.example" } },
};

/** The smallest extension whose background says which start of it is answering. */
async function plainExtension(kind: BrowserName): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "rung-plain-"));
  const background =
    kind === "chromium" ? { service_worker: "background.js" } : { scripts: ["background.js"] };
  await writeFile(join(folder, "manifest.json"), JSON.stringify({ ...MANIFEST, background }));
  await writeFile(
    join(folder, "background.js"),
    "const start = Math.random(); chrome.runtime.onMessage.addListener((_, __, answer) => answer(start));",
  );
  await writeFile(join(folder, "page.html"), "<!doctype html><title>page</title>");
  return folder;
}

/** Runs as text: the extension's own interface is not among the types of these specs. */
const ask = (tab: Tab): Promise<number> =>
  tab.evaluate(() => Reflect.get(globalThis, "chrome").runtime.sendMessage("which"));

const store = (tab: Tab, value: string) =>
  tab.evaluate((kept) => Reflect.get(globalThis, "chrome").storage.local.set({ kept }), value);

const stored = (tab: Tab): Promise<{ kept?: string }> =>
  tab.evaluate(() => Reflect.get(globalThis, "chrome").storage.local.get("kept"));

test("a killed background answers again as another start; what it stored outlives kill and restart", async ({
  kind,
}) => {
  const extension = await plainExtension(kind);
  const rung = await launch({ name: kind, executable: await findExecutable(kind), extension });
  try {
    const page = await rung.openExtension("page.html");
    const first = await ask(page);
    expect(await ask(page)).toBe(first);
    await store(page, "this");
    await rung.killBackground();
    const second = await ask(page);
    expect(second).not.toBe(first);
    await rung.killBackground();
    expect(await ask(page)).not.toBe(second);
    await rung.restart();
    expect(await stored(await rung.openExtension("page.html"))).toEqual({ kept: "this" });
  } finally {
    await rung.close();
    await rm(extension, { recursive: true, force: true });
  }
});
