import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";

/** Waits until the process that started it is gone (its end of the pipe closes), then ends what it left behind. */
const folder = process.argv[2] ?? "";
await text(process.stdin);

const pid = Number.parseInt(
  await readFile(join(folder, "postgres", "postmaster.pid"), "utf8").catch(() => ""),
  10,
);
const isAlive = () => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
if (pid > 0 && isAlive()) {
  process.kill(pid, "SIGQUIT");
  for (let tries = 0; isAlive() && tries < 50; tries += 1) await sleep(100);
}
await rm(folder, { recursive: true, force: true });
