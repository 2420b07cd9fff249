import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { type Database, openDatabase } from "#server/database.ts";
import { kept } from "#server/kept-statements.ts";
import { createDatabase } from "#test/support/postgres.ts";

describe("a connection that ends while a transaction holds it", () => {
  it("fails that transaction alone, and the pool goes on", async () => {
    const url = await createDatabase(process.env["RUNG_TEST_POSTGRES"] ?? "");
    const [db, other] = [openDatabase(url, () => {}), openDatabase(url, () => {})];
    const work = db.transaction().execute(async (work) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(work);
      // Between two queries: nobody but the connection itself hears of it.
      await sql`select pg_terminate_backend(${rows[0]?.pid}, 5000)`.execute(other);
      await sql`select 1`.execute(work);
    });
    await expect(work).rejects.toThrow(/terminat|connection/i);
    const { rows } = await sql<{ one: number }>`select 1 as one`.execute(db);
    expect(rows).toEqual([{ one: 1 }]);
    await Promise.all([db.destroy(), other.destroy()]);
  });
});

const ask = async (db: Database, n: number): Promise<number | undefined> =>
  (await sql<{ n: number }>`${kept(db)} select ${n}::int as n`.execute(db)).rows[0]?.n;
const preparedIn = async (db: Database): Promise<string[]> =>
  (await sql<{ name: string }>`select name from pg_prepared_statements`.execute(db)).rows.map(
    ({ name }) => name,
  );

describe("a statement that is kept", () => {
  it("is prepared once a connection, and not in a transaction", async () => {
    const db = openDatabase(await createDatabase(process.env["RUNG_TEST_POSTGRES"] ?? ""), () => {});
    await db.connection().execute(async (one) => {
      expect([await ask(one, 1), await ask(one, 2)]).toEqual([1, 2]);
      expect(await preparedIn(one)).toHaveLength(1);
    });
    await db.transaction().execute(async (work) => {
      await sql`deallocate all`.execute(work);
      await ask(work, 1);
      expect(await preparedIn(work)).toEqual([]);
    });
    await db.destroy();
  });

  it.each(["forgets", "mixes up"])(
    "is answered where a pooler %s what was prepared, and kept no more",
    async (how) => {
      const url = await createDatabase(process.env["RUNG_TEST_POSTGRES"] ?? "");
      const [db, other] = [openDatabase(url, () => {}), openDatabase(url, () => {})];
      const [name] = await other.connection().execute(async (one) => {
        await ask(one, 1);
        return preparedIn(one);
      });
      await db.connection().execute(async (one) => {
        // Another's statement holds the name already, or ours is gone: connections are shared by transaction.
        if (how === "forgets") await ask(one, 1);
        await sql.raw(how === "forgets" ? "deallocate all" : `prepare "${name}" as select 7`).execute(one);
        expect([await ask(one, 2), await ask(one, 3)]).toEqual([2, 3]);
        expect(await preparedIn(one)).toEqual(how === "forgets" ? [] : [name]);
      });
      await Promise.all([db.destroy(), other.destroy()]);
    },
  );
});
