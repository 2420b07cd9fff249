import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Logger } from "pino";
import { Beat, type Presence } from "./presence.ts";

/** The channel of PostgreSQL's notifications: they reach every server that listens, and are kept nowhere. */
export const CHANNEL = "rung_presence";

const AGAIN_MS = 5_000;

interface Hearing {
  databaseUrl: string;
  presence: Presence;
  log: Logger;
  signal: AbortSignal;
}

/**
 * Hears what devices at other servers have open, until the signal aborts; a connection that breaks is made anew. While
 * it is away, colleagues at this server still see each other.
 */
export async function hearOthers({ databaseUrl, presence, log, signal }: Hearing): Promise<void> {
  while (!signal.aborted) {
    await listen({ databaseUrl, presence, log, signal });
    await sleep(AGAIN_MS, undefined, { signal }).catch(stopped);
  }
}

/** The server stops: that is no failure. */
const stopped = () => undefined;

async function listen({ databaseUrl, presence, log, signal }: Hearing): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: "rung presence" });
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
    await ended;
  } catch (err) {
    log.warn({ err }, "presence of other servers is away");
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Another version of the server may say it in another shape. */
function read(payload: string): Beat | null {
  try {
    return Beat.parse(JSON.parse(payload));
  } catch {
    return null;
  }
}
