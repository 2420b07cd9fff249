import { randomBytes, randomUUID } from "node:crypto";
import { link, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { makeCluster, type Parameters, startCluster, stopCluster } from "./embedded/cluster.ts";
import { findGround, makeFolder, PASSWORD_FILE } from "./embedded/ground.ts";
import { choosePort, keepPort } from "./embedded/port.ts";
import { urlOf, withClient } from "./embedded/postmaster.ts";

/** The PostgreSQL that comes with the product, running. */
export interface Embedded {
  url: string;
  /** Stops PostgreSQL unless another server still uses it, and says whether it did. */
  stop: () => Promise<boolean>;
}

/** Held shared by every server that uses the cluster: the last one out stops it. */
const LEASE = 7_864_002;
const DATABASE = "rung";
const AGAIN_MS = 500;

/**
 * Starts the embedded PostgreSQL with its data in `folder`, or goes on with the one that an earlier start left there.
 * Should it die while in use, it is started again on the same port.
 * @param onTrouble hears why it could not be started again
 */
export async function startEmbedded(
  folder: string,
  onTrouble: (error: unknown) => void,
  parameters: Parameters = {},
): Promise<Embedded> {
  await makeFolder(folder);
  const password = await keptPassword(folder);
  const ground = await findGround(folder, password);
  await makeCluster(ground, password);
  const port = await startCluster(ground, password, {
    parameters,
    port: () => choosePort(folder),
  });
  await keepPort(folder, port);
  const url = urlOf({ port, password }, DATABASE);
  await withClient(urlOf({ port, password }, "postgres"), createDatabase);

  const stopping = new AbortController();
  const { signal } = stopping;
  let reviving: Promise<void> = Promise.resolve();
  const hold = async (): Promise<pg.Client> => {
    const lease = new pg.Client({ connectionString: url });
    lease.on("error", () => {
      // `end` follows, and tells whether we wanted it.
    });
    await lease.connect();
    await lease.query(`select pg_advisory_lock_shared(${LEASE})`);
    lease.once("end", () => {
      if (!signal.aborted) reviving = revive();
    });
    return lease;
  };
  /** It may die again while it is being started: whoever needs it does not give up. */
  const revive = async () => {
    while (!signal.aborted)
      try {
        await startCluster(ground, password, {
          parameters,
          port: () => Promise.resolve(port),
          signal,
        });
        held = await hold();
        return;
      } catch (error) {
        if (signal.aborted) return;
        onTrouble(error);
        await sleep(AGAIN_MS, undefined, { signal }).catch(() => {});
      }
  };
  let held = await hold();

  const stop = async () => {
    stopping.abort();
    await reviving;
    const isLast = await release(held).catch(() => isFree(url));
    if (isLast) await stopCluster(ground);
    return isLast;
  };
  return { url, stop };
}

/** Gives the lease back, and says whether nobody else holds one. */
async function release(lease: pg.Client): Promise<boolean> {
  await lease.query(`select pg_advisory_unlock_shared(${LEASE})`);
  const isLast = await takesAlone(lease);
  await lease.end();
  return isLast;
}

/** Where the lease broke: whether nobody holds one, or there is nothing to stop. */
const isFree = (url: string): Promise<boolean> => withClient(url, takesAlone).catch(() => true);

async function takesAlone(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ free: boolean }>(`select pg_try_advisory_lock(${LEASE}) as free`);
  return rows[0]?.free === true;
}

async function createDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [DATABASE]);
  if (rowCount === 0)
    await client.query(`create database ${DATABASE}`).catch((error: unknown) => {
      // duplicate_database: another server that starts now was quicker.
      if (!(error instanceof pg.DatabaseError && ["42P04", "23505"].includes(error.code ?? ""))) throw error;
    });
}

/** The password of the cluster, made at the first start; of servers that start together all get the same, whole. */
async function keptPassword(folder: string): Promise<string> {
  const file = join(folder, PASSWORD_FILE);
  const half = `${file}.${randomUUID()}`;
  await writeFile(half, randomBytes(24).toString("hex"), { mode: 0o600 });
  await link(half, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  await rm(half);
  return readFile(file, "utf8");
}
