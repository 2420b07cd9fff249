import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "#server/database.ts";
import { readPlace } from "#server/place.ts";
import { DAY, event, MINUTE, MONDAY, THREAD } from "#test/domain/story.ts";
import { memberAt, type TestMember } from "#test/support/member.ts";
import { temporaryFolder } from "#test/support/postgres.ts";
import { type ServerProcess, startServerProcess } from "#test/support/server-process.ts";
import { startServer, type TestServer } from "#test/support/server.ts";

const DEVICES = 4;
const BATCHES = 12;

/** Batches of one device: 25 events on threads that all devices share. */
const batchesOf = (device: number) =>
  Array.from({ length: BATCHES }, (_, batch) =>
    Array.from({ length: 25 }, (_, n) => {
      const at = MONDAY + (batch * 25 + n) * MINUTE;
      const thread = { ...THREAD, id: String(n) };
      return event(
        "message_seen",
        at,
        { key: `mid.${device}.${batch}.${n}`, sender: "customer" },
        { thread },
      );
    }),
  );

describe("kill -9 of the server during a push", () => {
  let first: TestServer;
  let members: TestMember[];

  beforeAll(async () => {
    first = await startServer({ now: () => MONDAY + DAY });
    await first.countPage(THREAD.asset);
    members = [];
    for (let n = 0; n < DEVICES; n += 1) members.push(await first.addMember("rep"));
  });
  afterAll(() => first.stop());

  it("loses nothing that was acknowledged and doubles nothing, over three deaths", async () => {
    const outboxes = members.map((_, device) => batchesOf(device));
    const acknowledged = new Set<string>();
    const duplicates = new Set<string>();
    let onAnswer: (() => void) | undefined;
    const sendAll = (server: ServerProcess, limit: number) =>
      Promise.allSettled(
        members.map(async (member, device) => {
          const outbox = outboxes[device] ?? [];
          for (let sent = 0; sent < limit && outbox.length > 0; sent += 1) {
            const results = await memberAt(server.url, member).push(outbox[0] ?? []);
            for (const { id, result } of results) (result === "accepted" ? acknowledged : duplicates).add(id);
            outbox.shift();
            onAnswer?.();
          }
        }),
      );

    for (let death = 0; death < 3; death += 1) {
      const server = await startServerProcess({ DATABASE_URL: first.databaseUrl });
      const sending = sendAll(server, BATCHES);
      // It dies with requests under way: after the first few acknowledgements of this life.
      await new Promise<void>((resolve) => {
        let answers = 0;
        onAnswer = () => {
          answers += 1;
          if (answers === DEVICES) resolve();
        };
      });
      await server.end("SIGKILL");
      await sending;
    }
    const last = await startServerProcess({ DATABASE_URL: first.databaseUrl });
    await sendAll(last, BATCHES);
    expect(await last.end("SIGTERM")).toBe(0);

    expect(outboxes.map((outbox) => outbox.length)).toEqual(members.map(() => 0));
    const { rows } = await sql<{ event_id: string; times: number }>`
      select event_id, count(*) as times from events group by event_id`.execute(first.db);
    expect(rows).toHaveLength(DEVICES * BATCHES * 25);
    expect(rows.filter(({ times }) => Number(times) !== 1)).toEqual([]);
    const stored = new Set(rows.map(({ event_id }) => event_id));
    expect([...acknowledged, ...duplicates].filter((id) => !stored.has(id))).toEqual([]);
    expect(acknowledged.size + duplicates.size).toBeGreaterThanOrEqual(rows.length);
  });
});

describe("kill -9 of the server and of its embedded PostgreSQL", () => {
  it("is followed by a start that finds everything, whoever was left alive", async () => {
    const folder = await temporaryFolder();
    const made: string[] = [];
    for (const alsoPostgres of [false, true]) {
      const server = await startServerProcess({ RUNG_DATA: folder });
      const db = await openPlace(folder);
      made.push(randomUUID());
      await db
        .insertInto("workspaces")
        .values({ workspace_id: made.at(-1) ?? "", name: "Kept", time_zone: "UTC", created_at: MONDAY * 2 })
        .execute();
      const { rows } = await sql<{ pid: number }>`
        select split_part(pg_read_file('postmaster.pid'), chr(10), 1)::int as pid`.execute(db);
      await db.destroy();
      await server.end("SIGKILL");
      if (alsoPostgres) process.kill(rows[0]?.pid ?? 0, "SIGKILL");
    }
    const last = await startServerProcess({ RUNG_DATA: folder });
    const db = await openPlace(folder);
    const kept = await db
      .selectFrom("workspaces")
      .select("workspace_id")
      .where("name", "=", "Kept")
      .execute();
    expect(kept.map(({ workspace_id }) => workspace_id).toSorted()).toEqual(made.toSorted());
    await db.destroy();
    expect(await last.end("SIGTERM")).toBe(0);
    expect(await readPlace({ RUNG_DATA: folder })).toBeNull();
    await rm(folder, { recursive: true });
  });
});

async function openPlace(folder: string) {
  const place = await readPlace({ RUNG_DATA: folder });
  return openDatabase(place?.databaseUrl ?? "", () => {});
}
