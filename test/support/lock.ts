import { open, readFile, rm } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";

const LOOK_AGAIN = 100;

/** Runs `work` while no other process holds the same lock file; a lock whose process is gone is taken over. */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  while (!(await take(path))) {
    if (!(await isHeld(path))) await rm(path, { force: true });
    else await sleep(LOOK_AGAIN);
  }
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

/** Creating a file that must not exist is atomic; the holder's process id stands in it. */
async function take(path: string): Promise<boolean> {
  try {
    const file = await open(path, "wx");
    await file.writeFile(String(process.pid));
    await file.close();
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

async function isHeld(path: string): Promise<boolean> {
  const holder = Number(await readFile(path, "utf8").catch(() => String(process.pid)));
  // An empty file is a lock that is just being written.
  if (!holder) return true;
  try {
    process.kill(holder, 0);
    return true;
  } catch {
    return false;
  }
}
