import { sql } from "kysely";
import { expect } from "vitest";
import type { TestServer } from "#test/support/server.ts";

/** Waits until the feed brings all that was written; other tests' open transactions on the same PostgreSQL keep it back. */
export async function settled({ db }: TestServer): Promise<void> {
  await expect
    .poll(async () => {
      const { rows } = await sql<{ open: boolean }>`
        select max(xid) >= pg_snapshot_xmin(pg_current_snapshot()) as open from events`.execute(db);
      return rows[0]?.open;
    })
    .not.toBe(true);
}
