import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import pg from "pg";
import type { Logger } from "pino";
import type { Database } from "#server/database.ts";
import { Beat, type Presence } from "./presence.ts";

/** The channel of PostgreSQL's notifications: they reach every server that listens, and are kept nowhere. */
export const CHANNEL = "rung_presence";

const AGAIN_MS = 5_000;
const HEARD_MS = 5_000;

interface Hearing {
  /** Of the database itself: through a pooler that shares connections nothing is heard. */
  directUrl: string;
  db: Database;
  presence: Presence;
  log: Logger;
  signal: AbortSignal;
}

/**
 * Hears what devices at other servers have open, until the signal aborts; a connection that breaks is made anew. While
 * it is away, colleagues at this server still see each other.
 */
export async function hearOthers(hearing: Hearing): Promise<void> {
  const { signal } = hearing;
  while (!signal.aborted) {
    await listen(hearing);
    await sleep(AGAIN_MS, undefined, { signal }).catch(stopped);
  }
}

/** The server stops: that is no failure. */
const stopped = () => undefined;

async function listen({ directUrl, db, presence, log, signal }: Hearing): Promise<void> {
  const client = new pg.Client({ connectionString: directUrl, application_name: "rung presence" });
  const ended = new Promise<void>((resolve) => {
    client.once("end", resolve);
    client.on("error", (err) => {
      log.warn({ err }, "presence of other servers is away");
      resolve();
    });
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
  client.on("notification", ({ payload = "" }) => {
    const beat = read(payload);
    if (beat) presence.keep(beat);
  });
  try {
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
    const isHeard = await Promise.race([hears(client, db), ended.then(() => true)]);
    if (!isHeard) log.warn(POOLED);
    await ended;
  } catch (err) {
    log.warn({ err }, "presence of other servers is away");
  } finally {
    await client.end().catch(() => undefined);
  }
}

const POOLED =
  "colleagues at other servers are not seen, for DATABASE_URL goes through a pooler that shares connections (transaction pooling): name the database itself with DATABASE_DIRECT_URL";

/** Whether what another connection says is heard by this one. */
async function hears(client: pg.Client, db: Database): Promise<boolean> {
  const word = `are you there? ${randomUUID()}`;
  const heard = new Promise<boolean>((resolve) => {
    client.on("notification", ({ payload }) => {
      if (payload === word) resolve(true);
    });
  });
  await sql`select pg_notify(${CHANNEL}, ${word})`.execute(db);
  return Promise.race([heard, sleep(HEARD_MS, false, { ref: false })]);
}

/** Another version of the server may say it in another shape. */
function read(payload: string): Beat | null {
  try {
    return Beat.parse(JSON.parse(payload));
  } catch {
    return null;
  }
}
