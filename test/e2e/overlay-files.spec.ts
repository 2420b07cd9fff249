import { readdir, readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { EXTENSION_BUILD } from "#test/support/paths.ts";
import { expect, test } from "./fixtures.ts";

const KB = 1024;
/** What the page pays for, compressed; a script that is not named may have as much as the overlay. */
const MOST: Record<string, number> = { "guard.js": KB };
const MOST_OTHER = 95 * KB;

test("the content scripts are small, and carry no library of the background", async ({ kind }) => {
  const folder = `${EXTENSION_BUILD[kind]}/content-scripts`;
  const scripts = (await readdir(folder)).filter((file) => file.endsWith(".js"));
  expect(scripts).toEqual(expect.arrayContaining(["guard.js", "inbox.js"]));
  for (const file of scripts) {
    const bytes = await readFile(`${folder}/${file}`);
    expect(/ZodError|Dexie|react-stack/.exec(bytes.toString("utf8"))?.[0], file).toBeUndefined();
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
