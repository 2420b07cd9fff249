import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { makeCluster, type Parameters, startCluster, stopCluster } from "./embedded/cluster.ts";
import { findGround, makeFolder, PASSWORD_FILE } from "./embedded/ground.ts";
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
  const port = await startCluster(ground, password, parameters);
  const url = urlOf({ port, password }, DATABASE);
  await withClient(urlOf({ port, password }, "postgres"), createDatabase);

  let isStopping = false;
  const hold = async (): Promise<pg.Client> => {
    const lease = new pg.Client({ connectionString: url });
    lease.on("error", () => {
      // `end` follows, and tells whether we wanted it.
    });
    await lease.connect();
    await lease.query(`select pg_advisory_lock_shared(${LEASE})`);
    lease.once("end", () => {
      if (!isStopping) revive().catch(onTrouble);
    });
    return lease;
  };
  const revive = async () => {
    await startCluster(ground, password, parameters, port);
    held = await hold();
  };
  let held = await hold();

  const stop = async () => {
    isStopping = true;
    const isLast = await release(held).catch(() => true);
    if (isLast) await stopCluster(ground);
    return isLast;
  };
  return { url, stop };
}

/** Gives the lease back, and says whether nobody else holds one. */
async function release(lease: pg.Client): Promise<boolean> {
  await lease.query(`select pg_advisory_unlock_shared(${LEASE})`);
  const { rows } = await lease.query<{ free: boolean }>(`select pg_try_advisory_lock(${LEASE}) as free`);
  await lease.end();
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

async function keptPassword(folder: string): Promise<string> {
  const file = join(folder, PASSWORD_FILE);
  const fresh = randomBytes(24).toString("hex");
  await writeFile(file, fresh, { mode: 0o600, flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  return readFile(file, "utf8");
}
