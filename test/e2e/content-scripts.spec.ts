import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { EXTENSION_BUILD } from "#test/support/paths.ts";
import { expect, test } from "./fixtures.ts";

/** A file that holds one of these is "not UTF-8" to Chromium, which then injects nothing and says nothing. */
const NONCHARACTERS = /[\ufdd0-\ufdef]|[\ufffe\uffff]/;

test("content scripts hold nothing that a browser refuses, and no database", async ({ kind }) => {
  const folder = join(EXTENSION_BUILD[kind], "content-scripts");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".js"));
  expect(names).toEqual(expect.arrayContaining(["guard.js", "inbox.js"]));
  for (const name of names) {
    const script = await readFile(join(folder, name), "utf8");
    expect(NONCHARACTERS.exec(script)?.index, `${name} holds a noncharacter`).toBeUndefined();
    expect(script, `${name} opens a database`).not.toMatch(/indexedDB|Dexie/);
  }
});

test("the background does hold them: the check above can fail", async ({ kind }) => {
  const background = await readFile(join(EXTENSION_BUILD[kind], "background.js"), "utf8");
  expect(background).toMatch(/indexedDB/);
  expect(NONCHARACTERS.test(background)).toBe(true);
});
