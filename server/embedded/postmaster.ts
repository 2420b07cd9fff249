import { randomUUID } from "node:crypto";
import { readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { run } from "./run.ts";

/** How a cluster on this machine is reached. */
export interface Access {
  port: number;
  password: string;
}

export const USER = "rung";

export const urlOf = ({ port, password }: Access, database: string): string =>
  `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`;

/** What stands in a cluster's folder: a server that answers, one that is on its way, or none. */
export type Standing = { state: "ready"; port: number } | { state: "starting" } | { state: "none" };

const pidFile = (cluster: string): string => join(cluster, "postmaster.pid");

/**
 * The server that a cluster's lock file names, perhaps left over by a start of ours that was killed. It is ours if
 * it takes our password.
 */
export async function findServer(cluster: string, password: string): Promise<Standing> {
  const file = await readFile(pidFile(cluster), "utf8").catch(() => null);
  const port = Number(file?.split("\n")[3]);
  if (!Number.isInteger(port) || port === 0) return { state: "none" };
  try {
    await withClient(urlOf({ port, password }, "postgres"), (client) => client.query("select 1"));
    return { state: "ready", port };
  } catch (error) {
    // cannot_connect_now: starting up or in recovery.
    const isStarting = error instanceof pg.DatabaseError && error.code === "57P03";
    return { state: isStarting ? "starting" : "none" };
  }
}

/**
 * Removes a lock file whose process is dead and only waits for its parent, or whose id meanwhile belongs to something
 * else. PostgreSQL asks only whether the id is taken, and would refuse to start for ever.
 */
export async function dropStaleLock(cluster: string): Promise<void> {
  const pid = await pidIn(pidFile(cluster));
  if (pid === null) return;
  const { code, output } = await run("ps", ["-p", String(pid), "-o", "stat=,comm="]);
  const isDead = output.startsWith("Z") || !output.includes("postgres");
  if (code !== 0 || !isDead) return;
  // Another server of ours may have started it meanwhile: its lock is put back, for it stops without one.
  const taken = `${pidFile(cluster)}.${randomUUID()}`;
  const isTaken = await rename(pidFile(cluster), taken).then(
    () => true,
    () => false,
  );
  if (!isTaken) return;
  if ((await pidIn(taken)) === pid) await rm(taken);
  else await rename(taken, pidFile(cluster));
}

async function pidIn(file: string): Promise<number | null> {
  return Number.parseInt(await readFile(file, "utf8").catch(() => ""), 10) || null;
}

/** One connection for one piece of work. */
export async function withClient<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => {
    // The query under way rejects with the same error.
  });
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end();
  }
}
