import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fingerprint } from "./fingerprint.ts";

let root = "";
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "rung-fingerprint-"));
  await mkdir(join(root, "lib/deep"), { recursive: true });
  await writeFile(join(root, "lib/deep/a.ts"), "one");
  await writeFile(join(root, "config.ts"), "two");
});
afterEach(() => rm(root, { recursive: true }));

const inputs = ["lib", "config.ts", "not-there"];

test("the same files give the same print, whatever else is there", async () => {
  const before = await fingerprint(root, inputs);
  await writeFile(join(root, "other.ts"), "");
  expect(await fingerprint(root, inputs)).toBe(before);
});

test.each([
  ["a content", () => writeFile(join(root, "lib/deep/a.ts"), "1")],
  ["a new file", () => writeFile(join(root, "lib/b.ts"), "")],
  ["a file gone", () => rm(join(root, "config.ts"))],
  ["a file that was not there", () => writeFile(join(root, "not-there"), "")],
])("%s changes it", async (_, change) => {
  const before = await fingerprint(root, inputs);
  await change();
  expect(await fingerprint(root, inputs)).not.toBe(before);
});
