import { rm } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { type Database, openDatabase } from "#server/database.ts";
import { readPlace } from "#server/place.ts";
import { firstWorkspace } from "#server/workspace/first-workspace.ts";
import { temporaryFolder } from "#test/support/postgres.ts";
import { type ServerProcess, startServerProcess } from "#test/support/server-process.ts";
import { startBalancer } from "./balancer.ts";
import { conditionOf } from "./condition.ts";
import { endPostgres, endServer, postmasterOf } from "./ends.ts";
import { inTime } from "./patience.ts";

const STARTS = 5;
const START_MS = 120_000;
const PATIENCE_MS = 90_000;
const ANSWER_MS = 15_000;

/** Two servers on one embedded PostgreSQL behind one address; each can be killed, and comes back. */
export interface Ground {
  url: string;
  db: Database;
  workspace: string;
  /** Both wait for the victim of an earlier kill to be back first. */
  killServer: (which: 0 | 1) => Promise<void>;
  killPostgres: () => Promise<void>;
  /** Everything that was killed is back; fails where something did not come back. */
  recovered: () => Promise<void>;
  /** How long the dead were away, ms. */
  away: Record<"server" | "postgres", number[]>;
  /** How everything stands, as lines for a person: what is asked when nothing goes on. */
  condition: () => Promise<string>;
  stop: () => Promise<void>;
}

/**
 * @param random a number from 0 to 1
 * @param fault hears of what may not happen: a server that ends by itself
 * @param signal nobody needs it any more: what is being started is killed
 */
export async function makeGround(
  random: () => number,
  fault: (line: string) => void,
  signal: AbortSignal,
): Promise<Ground> {
  const folder = await temporaryFolder();
  const environment = { RUNG_DATA: folder, RUNG_WORKSPACE: "Sample Shop" };
  const stopping = new AbortController();
  const over = AbortSignal.any([signal, stopping.signal]);
  const begin = async (port: string): Promise<ServerProcess> => {
    const server = await startServerProcess(
      { ...environment, RUNG_PORT: port },
      { within: START_MS, signal: over },
    );
    void server.diedAlone.then((words) =>
      over.aborted ? undefined : fault(`A server ended by itself.\n${words}`),
    );
    return server;
  };
  const servers: [ServerProcess, ServerProcess] = [await begin("0"), await begin("0")];
  const ports = servers.map(({ url }) => Number(new URL(url).port));
  const balancer = await startBalancer(() => ports[random() < 0.5 ? 0 : 1] ?? 0);
  const place = await readPlace({ RUNG_DATA: folder });
  const db = openDatabase(place?.databaseUrl ?? "", () => {});
  const { id: workspace } = await firstWorkspace({ db, name: "", timeZone: "UTC", now: Date.now() });
  const away: Ground["away"] = { server: [], postgres: [] };
  const back: Record<"0" | "1" | "postgres", Promise<void>> = {
    0: Promise.resolve(),
    1: Promise.resolve(),
    postgres: Promise.resolve(),
  };
  const timed = async (what: "server" | "postgres", work: () => Promise<void>) => {
    const began = performance.now();
    await work();
    away[what].push(performance.now() - began);
  };
  const restart = async (which: 0 | 1) => {
    for (let tries = 1; !over.aborted; tries += 1)
      try {
        servers[which] = await begin(String(ports[which]));
        return;
      } catch (error) {
        // Whoever runs a server starts it again where its PostgreSQL died under its start.
        if (tries === STARTS)
          throw new Error(`Server ${which + 1} did not come back in ${STARTS} starts.`, { cause: error });
      }
  };
  const postgresAnswers = async (dead: number) => {
    const until = performance.now() + PATIENCE_MS;
    while (!over.aborted) {
      // The connections of a killed postmaster live on for a moment, and answer.
      const isAnother = ![dead, null].includes(await postmasterOf(folder));
      const failure = isAnother
        ? await inTime("PostgreSQL did not answer", ANSWER_MS, sql`select 1`.execute(db)).then(
            () => null,
            String,
          )
        : "none was started";
      if (failure === null) return;
      if (performance.now() > until) throw new Error(`PostgreSQL did not come back: ${failure}`);
      await sleep(50);
    }
  };
  const recovered = async () => void (await Promise.all(Object.values(back)));
  return {
    url: balancer.url,
    db,
    workspace,
    away,
    recovered,
    condition: () => conditionOf({ urls: ports.map((port) => `http://127.0.0.1:${port}`), db }),
    killServer: async (which) => {
      await back[which];
      await servers[which].end("SIGKILL");
      back[which] = timed("server", () => restart(which));
      back[which].catch(() => {});
    },
    killPostgres: async () => {
      await back.postgres;
      const postmaster = await postmasterOf(folder);
      if (postmaster === null) throw new Error("There is no PostgreSQL to kill.");
      process.kill(postmaster, "SIGKILL");
      back.postgres = timed("postgres", () => postgresAnswers(postmaster));
      back.postgres.catch(() => {});
    },
    stop: async () => {
      stopping.abort();
      await Promise.allSettled(Object.values(back));
      await balancer.stop();
      await db.destroy();
      await Promise.all(servers.map(endServer));
      await endPostgres(folder);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
