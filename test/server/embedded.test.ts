import { rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
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
  });

  it("that dies while it is used is started again at the same address, with what was committed", async () => {
    const { url } = await launch();
    await ask(url, sql`create table kept (n int)`);
    await ask(url, sql`insert into kept values (7)`);
    const [row] = await ask(
      url,
      sql<{ pid: number }>`select split_part(pg_read_file('postmaster.pid'), chr(10), 1)::int as pid`,
    );
    process.kill(row?.pid ?? 0, "SIGKILL");
    await expect
      .poll(() => ask(url, sql`select n from kept`).catch(() => []), { timeout: 50_000 })
      .toEqual([{ n: 7 }]);
  });

  it("that cannot start says why", async () => {
    const { url } = await launch();
    expect(url).toContain("127.0.0.1");
    await stopOne(running[0] as Embedded);
    await rm(join(folder, "postgres", "global", "pg_control"));
    await expect(startEmbedded(folder, () => {}, QUICK)).rejects.toThrow(/pg_control/);
  });
});
