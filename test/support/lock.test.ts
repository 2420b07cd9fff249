import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { withLock } from "./lock.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "rung-lock-"));
});
afterEach(() => rm(folder, { recursive: true }));

test("two holders take turns", async () => {
  const seen: string[] = [];
  const work = (name: string) => async () => {
    seen.push(`${name} starts`);
    await sleep(20);
    seen.push(`${name} ends`);
  };
  await Promise.all([withLock(join(folder, "a"), work("one")), withLock(join(folder, "a"), work("two"))]);
  expect(
    seen
      .filter((_, place) => place % 2 === 1)
      .map((end, place) => end.replace("ends", "starts") === seen[place * 2]),
  ).toEqual([true, true]);
});

test("a lock is free again after a failure", async () => {
  const path = join(folder, "a");
  await expect(withLock(path, () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  expect(await withLock(path, async () => "free")).toBe("free");
});

test("the lock of a process that is gone is taken over", async () => {
  const path = join(folder, "a");
  const { pid } = spawnSync(process.execPath, ["-e", ""]);
  await writeFile(path, String(pid));
  expect(await withLock(path, async () => "taken")).toBe("taken");
});
