import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "#server/database.ts";
import { migrate } from "#server/migrate.ts";
import { migrations } from "#server/migrations/all.ts";
import { createDatabase } from "#test/support/postgres.ts";
import { startServer, type TestServer } from "#test/support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

interface Index {
  table: string;
  index: string;
  first: string;
  isPrimary: boolean;
  isUnique: boolean;
}

/** Every index of the product's own tables, with its first column. */
async function indexes(): Promise<Index[]> {
  const { rows } = await sql<Index>`
    select c.relname as "table", i.relname as index, a.attname as first,
      x.indisprimary as "isPrimary", x.indisunique as "isUnique"
    from pg_index x
    join pg_class c on c.oid = x.indrelid
    join pg_class i on i.oid = x.indexrelid
    join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0]
    where c.relnamespace = 'public'::regnamespace`.execute(server.db);
  return rows;
}

describe("the catalog", () => {
  it("has workspace_id first in the primary key of every table", async () => {
    const { rows: tables } = await sql<{ name: string }>`
      select relname as name from pg_class
      where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace`.execute(server.db);
    expect(tables.length).toBeGreaterThan(10);
    const keys = (await indexes()).filter(({ isPrimary }) => isPrimary);
    expect(keys.map(({ table }) => table).toSorted()).toEqual(tables.map(({ name }) => name).toSorted());
    expect(keys.filter(({ first }) => first !== "workspace_id")).toEqual([]);
  });

  it("has workspace_id first in every other index, but for the one by which a typed code is found", async () => {
    const others = (await indexes()).filter(({ first }) => first !== "workspace_id");
    expect(others).toEqual([
      {
        table: "pairings",
        index: "pairings_by_selector",
        first: "selector",
        isPrimary: false,
        isUnique: false,
      },
    ]);
  });

  it("has workspace_id in every reference between tables, so that rows that belong together lie together", async () => {
    const { rows } = await sql<{ name: string; columns: string[] }>`
      select k.conname as name, array_agg(a.attname::text) as columns
      from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
      where k.contype = 'f' and k.connamespace = 'public'::regnamespace group by k.conname`.execute(
      server.db,
    );
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.filter(({ columns }) => !columns.includes("workspace_id"))).toEqual([]);
  });
});

describe("migrations", () => {
  it("are numbered without a gap, and forward only", () => {
    const names = Object.keys(migrations);
    const numbers = names.map((_, n) => String(n + 1).padStart(3, "0"));
    expect(names.map((name) => name.slice(0, 3))).toEqual(numbers);
    expect(Object.values(migrations).filter((migration) => "down" in migration)).toEqual([]);
  });

  it("run once, however many processes start together", async () => {
    const url = await createDatabase(server.databaseUrl);
    const code = `
      import { openDatabase } from "#server/database.ts";
      import { migrate } from "#server/migrate.ts";
      const db = openDatabase(process.env.DATABASE_URL, (error) => { throw error; });
      await migrate(db);
      await db.destroy();`;
    const run = () =>
      promisify(execFile)(process.execPath, ["--input-type=module", "--eval", code], {
        cwd: new URL("../..", import.meta.url).pathname,
        env: { ...process.env, DATABASE_URL: url },
      });
    await Promise.all([run(), run(), run()]);
    const db = openDatabase(url, () => {});
    const { rows } = await sql<{ name: string }>`select name from migrations.kysely_migration`.execute(db);
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(migrations));
    await migrate(db);
    await db.destroy();
  });
});
