import { readdir, readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { EXTENSION_BUILD } from "#test/support/paths.ts";
import { expect, test } from "./fixtures.ts";

const KB = 1024;
/** What the page pays for, compressed; a script that is not named may have as much as the overlay. */
const MOST: Record<string, number> = { "guard.js": KB };
const MOST_OTHER = 95 * KB;
const NONCHARACTER = /[\uFDD0-\uFDEF\uFFFE\uFFFF]/u;

test("the content scripts are small, and hold nothing that makes a browser refuse them", async ({ kind }) => {
  const folder = `${EXTENSION_BUILD[kind]}/content-scripts`;
  const scripts = (await readdir(folder)).filter((file) => file.endsWith(".js"));
  expect(scripts).toEqual(expect.arrayContaining(["guard.js", "inbox.js"]));
  for (const file of scripts) {
    const bytes = await readFile(`${folder}/${file}`);
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    expect(NONCHARACTER.test(text), `${file} holds a noncharacter`).toBe(false);
    expect(/ZodError|Dexie/.exec(text), `${file} carries a library of the background`).toBeNull();
    expect(gzipSync(bytes, { level: 9 }).length, file).toBeLessThanOrEqual(MOST[file] ?? MOST_OTHER);
  }
});

test("the page can neither see nor load a file of the extension", async ({ kind }) => {
  const manifest: unknown = JSON.parse(await readFile(`${EXTENSION_BUILD[kind]}/manifest.json`, "utf8"));
  expect(manifest).not.toHaveProperty("web_accessible_resources");
  expect(manifest).toHaveProperty(
    "content_scripts",
    expect.arrayContaining([
      {
        matches: ["https://business.facebook.com/*"],
        run_at: "document_start",
        js: ["content-scripts/guard.js"],
      },
    ]),
  );
});
