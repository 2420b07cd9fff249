import { randomUUID } from "node:crypto";
import { readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Ground, makeOwnFolder } from "./ground.ts";
import { dropStaleLock, findServer, USER } from "./postmaster.ts";
import { run } from "./run.ts";

/** What `-c` sets on the command line of PostgreSQL. */
export type Parameters = Record<string, string>;

const GIVE_UP_MS = 60_000;
const RETRY_MS = 200;

/** Makes the data directory if there is none: beside its place, then moved there whole. */
export async function makeCluster({ cluster, binaries, as }: Ground, password: string): Promise<void> {
  if (await isThere(cluster)) return;
  const half = `${cluster}.${randomUUID()}`;
  await makeOwnFolder(half, as);
  const secret = join(half, "secret");
  const data = join(half, "data");
  await makeOwnFolder(data, as);
  // Readable for the user of PostgreSQL, whose folder nobody else enters.
  await writeFile(secret, password, { mode: 0o644 });
  const made = await run(
    binaries.initdb,
    [
      `--pgdata=${data}`,
      `--username=${USER}`,
      `--pwfile=${secret}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C",
      "--no-instructions",
    ],
    as,
  );
  if (made.code !== 0) {
    await rm(half, { recursive: true });
    throw new Error(`The embedded PostgreSQL could not make its data directory.\n${made.output}`);
  }
  await rename(data, cluster).catch(async (error: unknown) => {
    if (!(await isThere(cluster))) throw error;
  });
  await rm(half, { recursive: true });
}

/**
 * Starts the cluster, or finds it running: an earlier start may have been killed and have left its PostgreSQL behind,
 * and connections of a killed PostgreSQL may live on for a moment.
 * @param port chooses the one to start it on
 * @param signal nobody needs it any more: throws
 * @returns its port on 127.0.0.1
 */
export async function startCluster(
  ground: Ground,
  password: string,
  {
    port,
    parameters = {},
    signal,
  }: { port: () => Promise<number>; parameters?: Parameters; signal?: AbortSignal },
): Promise<number> {
  const deadline = Date.now() + GIVE_UP_MS;
  for (;;) {
    signal?.throwIfAborted();
    const found = await findServer(ground.cluster, password);
    if (found.state === "ready") return found.port;
    const chosen = await port();
    const started = found.state === "none" ? await start(ground, chosen, parameters) : null;
    if (started?.code === 0) return chosen;
    if (started) {
      const log = await lastWords(ground.cluster);
      if (!PASSING.test(log) || Date.now() > deadline)
        throw new Error(
          `The embedded PostgreSQL in ${ground.cluster} did not start.\n${started.output}\n${log}`,
        );
    }
    await dropStaleLock(ground.cluster);
    await sleep(RETRY_MS);
  }
}

/** Stops the cluster; open connections are ended, what they had not committed is undone. */
export async function stopCluster({ binaries, cluster, as }: Ground): Promise<void> {
  const { code, output } = await run(binaries.pg_ctl, ["stop", "-D", cluster, "-m", "fast", "-w"], as);
  // Exit code 3 of `status`: none is running, so that there was nothing to stop.
  const isGone = code !== 0 && (await run(binaries.pg_ctl, ["status", "-D", cluster], as)).code === 3;
  if (code !== 0 && !isGone) throw new Error(`The embedded PostgreSQL did not stop.\n${output}`);
}

const logOf = (cluster: string): string => join(cluster, "server.log");

function start({ binaries, cluster, as }: Ground, port: number, parameters: Parameters) {
  const set = { listen_addresses: "127.0.0.1", unix_socket_directories: "", ...parameters };
  const options = Object.entries(set).map(([name, value]) => `-c ${name}='${value}'`);
  const args = ["start", "-D", cluster, "-l", logOf(cluster), "-w", "-t", "60"];
  return run(binaries.pg_ctl, [...args, "-o", [`-p ${port}`, ...options].join(" ")], as);
}

/** Reasons that go away by themselves: another start was quicker, or connections of a killed server live on. */
const PASSING = /lock file|shared memory block|Address already in use/;

/** What PostgreSQL said last; its words are English, whatever the machine speaks. */
async function lastWords(cluster: string): Promise<string> {
  const log = await readFile(logOf(cluster), "utf8").catch(() => "");
  return log.trimEnd().split("\n").slice(-6).join("\n");
}

const isThere = (path: string): Promise<boolean> =>
  stat(join(path, "PG_VERSION")).then(
    () => true,
    () => false,
  );
