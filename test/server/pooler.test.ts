import { pino } from "pino";
import { expect, it } from "vitest";
import { hearOthers } from "#server/presence/hear-others.ts";
import { createPresence } from "#server/presence/presence.ts";
import { startServer } from "#test/support/server.ts";
import { startPooler } from "./pooler.ts";

it("a server behind a pooler by transaction says that it hears no other, and how to mend it", async () => {
  const server = await startServer();
  const pooler = await startPooler(server.databaseUrl);
  const over = new AbortController();
  const listen = (directUrl: string) => {
    const said: string[] = [];
    const log = pino({}, { write: (line: string) => void said.push(line) });
    const presence = createPresence(Date.now);
    return { said, ended: hearOthers({ directUrl, db: server.db, presence, log, signal: over.signal }) };
  };
  const pooled = listen(pooler.url);
  const direct = listen(server.databaseUrl);
  await expect.poll(() => pooled.said.join(), { timeout: 20_000 }).toContain("DATABASE_DIRECT_URL");
  expect(direct.said).toEqual([]);
  over.abort();
  await Promise.all([pooled.ended, direct.ended]);
  await pooler.stop();
  await server.stop();
});

it("a server with a pooler's address and the direct one starts, serves and hears", async () => {
  const server = await startServer();
  const pooler = await startPooler(server.databaseUrl);
  const behind = await startServer({
    databaseUrl: pooler.url,
    environment: { DATABASE_DIRECT_URL: server.databaseUrl },
  });
  expect((await fetch(`${behind.url}/readyz`)).status).toBe(200);
  expect(behind.workspace).toBe(server.workspace);
  await behind.stop();
  await pooler.stop();
  await server.stop();
});
