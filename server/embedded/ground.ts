import { createHash, randomUUID } from "node:crypto";
import {
  chmod,
  chown,
  cp,
  mkdir,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  symlink,
} from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { type Binaries, findBinaries } from "./binaries.ts";
import { run, type RunAs } from "./run.ts";

/** Where the embedded PostgreSQL stands, and as whom: it refuses to run as root. */
export interface Ground {
  binaries: Binaries;
  as: RunAs;
  cluster: string;
}

/** Kept in the folder of the server's data. */
export const PASSWORD_FILE = "postgres.password";

/** For root with a private home: the user of PostgreSQL must reach its programs and its data. */
const COMMON = "/var/lib/rung";

const isRoot = (): boolean => process.getuid?.() === 0;

/** Makes the folder of the server's data. Root lets the user of PostgreSQL pass through it, if it is new or ours. */
export async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (!isRoot()) return;
  const holds = await readdir(folder);
  const { mode } = await stat(folder);
  if (holds.length === 0 || holds.includes(PASSWORD_FILE)) await chmod(folder, mode | 0o011);
}

/**
 * Finds the ground for the embedded PostgreSQL. As root it is run by the system user `postgres`, who is made if
 * missing; what that user cannot reach is kept in /var/lib/rung, under a name of its own for each `secret`.
 */
export async function findGround(folder: string, secret: string): Promise<Ground> {
  const home = await realpath(folder);
  const binaries = findBinaries();
  if (!isRoot()) return { binaries, as: {}, cluster: join(home, "postgres") };
  const as = await postgresUser();
  const canReach = async (path: string) => (await run("test", ["-x", path], as)).code === 0;
  const parent = (await canReach(home)) ? home : join(COMMON, hash(`${home} ${secret}`));
  await mkdir(parent, { recursive: true, mode: 0o711 });
  // So that whoever looks for the data finds it.
  if (parent !== home) await point(join(home, "postgres"), join(parent, "postgres"));
  const hasPrograms = await canReach(binaries.postgres);
  return {
    binaries: hasPrograms ? binaries : await copyPrograms(binaries),
    as,
    cluster: join(parent, "postgres"),
  };
}

/** Makes an empty folder that belongs to the user of PostgreSQL. */
export async function makeOwnFolder(path: string, { uid, gid }: RunAs): Promise<void> {
  await mkdir(path, { mode: 0o700 });
  if (uid !== undefined && gid !== undefined) await chown(path, uid, gid);
}

async function point(link: string, target: string): Promise<void> {
  await symlink(target, link).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
}

async function postgresUser(): Promise<Required<RunAs>> {
  if ((await idOf("-u")) === null) await run("useradd", ["--system", "--user-group", "postgres"]);
  const [uid, gid] = [await idOf("-u"), await idOf("-g")];
  if (uid === null || gid === null)
    throw new Error(
      "PostgreSQL does not run as root, and no system user `postgres` could be made: run as another user, or name a server with DATABASE_URL.",
    );
  return { uid, gid };
}

async function idOf(which: "-u" | "-g"): Promise<number | null> {
  const { code, output } = await run("id", [which, "postgres"]);
  return code === 0 ? Number.parseInt(output, 10) : null;
}

async function copyPrograms({ initdb }: Binaries): Promise<Binaries> {
  const native = dirname(dirname(initdb));
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(join(native, "..", "package.json"), "utf8")));
  const target = join(COMMON, `postgres-${version}`);
  const exists = await stat(target).catch(() => null);
  if (!exists) {
    const half = `${target}.${randomUUID()}`;
    await cp(native, half, { recursive: true, verbatimSymlinks: true });
    await rename(half, target).catch(() => rm(half, { recursive: true }));
  }
  const program = (name: string) => join(target, "bin", name);
  return { initdb: program("initdb"), pg_ctl: program("pg_ctl"), postgres: program("postgres") };
}

const hash = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 12);
