import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Parameters } from "#server/embedded/cluster.ts";
import { withClient } from "#server/embedded/postmaster.ts";
import { startEmbedded } from "#server/embedded.ts";

/** A PostgreSQL in a temporary folder, and the end of both. */
export interface Postgres {
  url: string;
  folder: string;
  stop: () => Promise<void>;
}

/** Tests kill processes, never the machine: what the system holds need not reach the disk. */
export const QUICK: Parameters = { fsync: "off", max_connections: "300" };

/** An own PostgreSQL; it also goes when the process that started it is killed. */
export async function startPostgres(): Promise<Postgres> {
  const folder = await temporaryFolder();
  const { url, stop } = await startEmbedded(folder, () => {}, QUICK);
  return {
    url,
    folder,
    stop: async () => {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A temporary folder for a server's data; a sweeper clears up behind this process, however it ends. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "rung-"));
  const sweeper = spawn(process.execPath, [new URL("./sweeper.ts", import.meta.url).pathname, folder], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  sweeper.unref();
  // safe because: an open pipe is a socket, and does not keep this process alive once it is let go.
  (sweeper.stdin as unknown as { unref: () => void }).unref();
  return folder;
}

/** A new, empty database on a PostgreSQL. */
export async function createDatabase(url: string): Promise<string> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  await withClient(url, (client) => client.query(`create database ${name}`));
  const made = new URL(url);
  made.pathname = `/${name}`;
  return made.href;
}
