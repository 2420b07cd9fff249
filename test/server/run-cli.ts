import { execFile } from "node:child_process";

const CLI = new URL("../../server/cli.ts", import.meta.url).pathname;

export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs the server's command line to its end. */
export const runCli = (args: readonly string[], environment: Record<string, string>): Promise<Ran> =>
  new Promise((resolve) => {
    const env = { ...process.env, RUNG_TIME_ZONE: "UTC", ...environment };
    execFile(process.execPath, [CLI, ...args], { env }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code ?? -1), stdout, stderr }),
    );
  });
