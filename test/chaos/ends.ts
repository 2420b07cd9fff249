import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { ServerProcess } from "#test/support/server-process.ts";
import { inTime } from "./patience.ts";

const STOP_MS = 30_000;
const TRIES = 50;

/** Ends a server as told; killed where it does not listen. */
export async function endServer(server: ServerProcess): Promise<void> {
  const isEnded = await inTime("The server did not stop", STOP_MS, server.end("SIGTERM")).then(
    () => true,
    () => false,
  );
  if (!isEnded) await server.end("SIGKILL");
}

/** Ends the PostgreSQL of a folder, where the last server left it, having been killed. */
export async function endPostgres(folder: string): Promise<void> {
  const postmaster = await postmasterOf(folder);
  if (postmaster === null || !isAlive(postmaster)) return;
  process.kill(postmaster, "SIGQUIT");
  for (let tries = 0; isAlive(postmaster) && tries < TRIES; tries += 1) await sleep(100);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** The process of a folder's PostgreSQL; null while there is none. */
export async function postmasterOf(folder: string): Promise<number | null> {
  const file = await readFile(join(folder, "postgres", "postmaster.pid"), "utf8").catch(() => "");
  return Number.parseInt(file, 10) || null;
}
