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

const LAST_LINES = 30;

const Listening = z.object({ msg: z.literal("listening"), url: z.url() });

/**
 * Starts the server as `npm start` does, and waits until it listens.
 * @param environment DATABASE_URL, or RUNG_DATA for the embedded PostgreSQL
 */
export async function startServerProcess(environment: Record<string, string>): Promise<ServerProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "../../server/main.ts")], {
    env: { ...process.env, RUNG_PORT: "0", RUNG_TIME_ZONE: "UTC", RUNG_LOG: "info", ...environment },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const said: string[] = [];
  const url = await listening(child, said);
  const exited = once(child, "exit");
  let isTold = false;
  const diedAlone = new Promise<string>((resolve) => {
    child.once("close", () => {
      if (!isTold) resolve(said.join("\n"));
    });
  });
  const killed = () => child.kill("SIGKILL");
  process.once("exit", killed);
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
async function listening(child: ChildProcess, said: string[]): Promise<string> {
  if (!child.stderr) throw new Error("The server's standard error is not piped.");
  const lines = createInterface(child.stderr);
  return new Promise((resolve, reject) => {
    lines.on("line", (line) => {
      said.push(line);
      if (said.length > LAST_LINES) said.shift();
      const url = urlIn(line);
      if (url) resolve(url);
    });
    child.once("exit", () => reject(new Error(`The server did not start.\n${said.join("\n")}`)));
  });
}

function urlIn(line: string): string | null {
  if (!line.startsWith("{")) return null;
  const parsed = Listening.safeParse(JSON.parse(line));
  return parsed.success ? parsed.data.url : null;
}
