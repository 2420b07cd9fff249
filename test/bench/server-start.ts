import { readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { type Row, shown } from "#test/bench/row.ts";
import { temporaryFolder } from "#test/support/postgres.ts";
import { startServerProcess } from "#test/support/server-process.ts";

/** How long nothing is asked of it before memory is looked at, ms. */
const REST_MS = 5_000;

/** From nothing to a server that is ready: the first start makes the database, later ones find it. */
export async function rows(): Promise<Row[]> {
  const folder = await temporaryFolder();
  try {
    const first = await startedIn(folder);
    await first.end("SIGTERM");
    const second = await startedIn(folder);
    await sleep(REST_MS);
    const memory = residentMegabytes(second.pid);
    await second.end("SIGTERM");
    return [
      shown("cold start to ready, the very first (makes the database)", "ms", first.ms),
      shown("cold start to ready", "ms", second.ms),
      shown("memory at rest, the server's process", "MB", memory),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function startedIn(folder: string) {
  const begin = performance.now();
  const server = await startServerProcess({ RUNG_DATA: folder });
  const answer = await fetch(`${server.url}/readyz`);
  if (!answer.ok) throw new Error(`The server listens and is not ready: ${answer.status}.`);
  return { ...server, ms: performance.now() - begin };
}

/** Linux says it in a file. */
function residentMegabytes(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kilobytes) / 1024;
}
