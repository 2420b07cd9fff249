import { readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openDatabase } from "#server/database.ts";
import { type Embedded, startEmbedded } from "#server/embedded.ts";
import { QUICK, temporaryFolder } from "#test/support/postgres.ts";

let folder: string;
let running: Embedded[];

beforeEach(async () => {
  folder = await temporaryFolder();
  running = [];
});
afterEach(async () => {
  for (const { stop } of running) await stop();
  await rm(folder, { recursive: true, force: true });
});

const launch = async (): Promise<Embedded> => {
  const embedded = await startEmbedded(folder, () => {}, QUICK);
  running.push(embedded);
  return embedded;
};
const stopOne = async (embedded: Embedded): Promise<void> => {
  running = running.filter((one) => one !== embedded);
  await embedded.stop();
};
const ask = async <Row>(url: string, query: ReturnType<typeof sql<Row>>): Promise<Row[]> => {
  const db = openDatabase(url, () => {});
  try {
    return (await query.execute(db)).rows;
  } finally {
    await db.destroy();
  }
};

/** The process that its lock file names; null while there is none. */
const postmaster = async (): Promise<number | null> =>
  Number.parseInt(await readFile(join(folder, "postgres", "postmaster.pid"), "utf8").catch(() => ""), 10) ||
  null;

describe("the embedded PostgreSQL", () => {
  it("is PostgreSQL 18, listens on this machine alone, and asks for its password", async () => {
    const { url } = await launch();
    const [row] = await ask(
      url,
      sql<{ version: string; listens: string; encoding: string }>`
        select current_setting('server_version') as version, current_setting('listen_addresses') as listens,
          current_setting('server_encoding') as encoding`,
    );
    expect(row).toMatchObject({
      version: expect.stringMatching(/^18\./),
      listens: "127.0.0.1",
      encoding: "UTF8",
    });
    const stranger = new URL(url);
    stranger.password = "guess";
    await expect(ask(stranger.href, sql`select 1`)).rejects.toThrow(/password/);
    expect((await stat(join(folder, "postgres.password"))).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, "postgres"))).mode & 0o077).toBe(0);
  });

  it("is shared by servers of one folder, and stopped by the last", async () => {
    const [first, second] = await Promise.all([launch(), launch()]);
    expect(second.url).toBe(first.url);
    await stopOne(first);
    expect(await ask(second.url, sql`select 1 as one`)).toEqual([{ one: 1 }]);
    await stopOne(second);
    await expect(ask(second.url, sql`select 1`)).rejects.toThrow(/ECONNREFUSED/);
    // A server that outlives a crash of it looks for it where it was, whoever has started it again.
    expect((await launch()).url).toBe(first.url);
  });

  it("that dies while it is used is started again at the same address, with what was committed", async () => {
    const { url } = await launch();
    await ask(url, sql`create table kept (n int)`);
    await ask(url, sql`insert into kept values (7)`);
    process.kill((await postmaster()) ?? 0, "SIGKILL");
    await expect
      .poll(() => ask(url, sql`select n from kept`).catch(() => []), { timeout: 50_000 })
      .toEqual([{ n: 7 }]);
  });

  it("that dies again while it is started again is started until it stands", async () => {
    const { url } = await launch();
    for (let deaths = 0; deaths < 4; deaths += 1) {
      const pid = await vi.waitUntil(postmaster, { timeout: 30_000, interval: 5 });
      process.kill(pid, "SIGKILL");
      // It takes connections before the start that waits for it knows: there it dies again.
      const isAnother = async () => ![null, pid].includes(await postmaster());
      await vi.waitUntil(isAnother, { timeout: 30_000, interval: 5 });
      const answers = () => ask(url, sql`select 1`).then(Boolean, () => false);
      await vi.waitUntil(answers, { timeout: 30_000, interval: 1 });
    }
    await expect
      .poll(() => ask(url, sql`select 1 as one`).catch(() => []), { timeout: 50_000 })
      .toEqual([{ one: 1 }]);
  });

  it("that cannot start says why", async () => {
    const { url } = await launch();
    expect(url).toContain("127.0.0.1");
    await stopOne(running[0] as Embedded);
    await rm(join(folder, "postgres", "global", "pg_control"));
    await expect(startEmbedded(folder, () => {}, QUICK)).rejects.toThrow(/pg_control/);
  });
});
