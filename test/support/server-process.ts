import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { join } from "node:path";
import { z } from "zod";

/** A server in a process of its own, to be killed. */
export interface ServerProcess {
  url: string;
  pid: number;
  /** Its last words, should it end without being told to. */
  diedAlone: Promise<string>;
  /** Sends the signal and waits for the end of the process; gives its exit code, null after a signal. */
  end: (signal: NodeJS.Signals) => Promise<number | null>;
}

export interface Beginning {
  /** Ms until it is given up and killed. */
  within?: number;
  /** Nobody needs it any more: it is killed. */
  signal?: AbortSignal;
}

const LAST_LINES = 30;
const PATIENCE_MS = 120_000;

const Listening = z.object({ msg: z.literal("listening"), url: z.url() });

/**
 * Starts the server as `npm start` does, and waits until it listens. One that does not is killed, and the error says
 * what it said last.
 * @param environment DATABASE_URL, or RUNG_DATA for the embedded PostgreSQL
 */
export async function startServerProcess(
  environment: Record<string, string>,
  { within = PATIENCE_MS, signal }: Beginning = {},
): Promise<ServerProcess> {
  signal?.throwIfAborted();
  const child = spawn(process.execPath, [join(import.meta.dirname, "../../server/main.ts")], {
    env: { ...process.env, RUNG_PORT: "0", RUNG_TIME_ZONE: "UTC", RUNG_LOG: "info", ...environment },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const said: string[] = [];
  const exited = once(child, "exit");
  const killed = () => child.kill("SIGKILL");
  process.once("exit", killed);
  const limit = AbortSignal.any([AbortSignal.timeout(within), ...(signal ? [signal] : [])]);
  const url = await listening(child, said, limit).catch((error: unknown) => {
    killed();
    process.off("exit", killed);
    throw error;
  });
  let isTold = false;
  const diedAlone = new Promise<string>((resolve) => {
    child.once("close", () => {
      if (!isTold) resolve(said.join("\n"));
    });
  });
  return {
    url,
    pid: child.pid ?? 0,
    diedAlone,
    end: async (signal) => {
      isTold = true;
      child.kill(signal);
      const [code] = await exited;
      process.off("exit", killed);
      return typeof code === "number" ? code : null;
    },
  };
}

/** @param said takes the last lines of what it says */
async function listening(child: ChildProcess, said: string[], limit: AbortSignal): Promise<string> {
  if (!child.stderr) throw new Error("The server's standard error is not piped.");
  const lines = createInterface(child.stderr);
  return new Promise((resolve, reject) => {
    lines.on("line", (line) => {
      said.push(line);
      if (said.length > LAST_LINES) said.shift();
      const url = urlIn(line);
      if (url) resolve(url);
    });
    const fail = (why: string) => reject(new Error(`The server did not start${why}.\n${said.join("\n")}`));
    limit.addEventListener("abort", () => fail(" in time"), { once: true });
    child.once("exit", () => fail(""));
  });
}

function urlIn(line: string): string | null {
  if (!line.startsWith("{")) return null;
  const parsed = Listening.safeParse(JSON.parse(line));
  return parsed.success ? parsed.data.url : null;
}
