import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { openDatabase } from "#server/database.ts";
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
