import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { ROOT } from "#test/support/paths.ts";
import { createDatabase } from "#test/support/postgres.ts";
import { startServerProcess } from "#test/support/server-process.ts";

const run = promisify(execFile);

function sharedPostgres(): string {
  const url = process.env["RUNG_TEST_POSTGRES"];
  if (url === undefined) throw new Error("No PostgreSQL was started before the tests.");
  return url;
}

/** A server in a process of its own, its command line, and its way back after a kill on the same port. */
export async function team(name = "Sample Shop") {
  const environment = {
    DATABASE_URL: await createDatabase(sharedPostgres()),
    RUNG_TIME_ZONE: "UTC",
    RUNG_WORKSPACE: name,
  };
  let server = await startServerProcess(environment);
  const { url } = server;
  const rung = async (...asked: string[]) => {
    const env = { ...process.env, ...environment };
    const { stdout } = await run(process.execPath, [join(ROOT, "server/cli.ts"), ...asked, "--json"], {
      env,
    });
    return JSON.parse(stdout);
  };
  const today = new Date().toISOString().slice(0, 10);
  return {
    url,
    /** For a Page that the workspace counts from then on, where one is named. */
    code: async (name = "Kim", role = "admin", page?: string): Promise<string> =>
      (await rung("pair", "--name", name, "--role", role, ...(page === undefined ? [] : ["--page", page])))
        .code,
    scorecard: () => rung("scorecard", "--from", today, "--to", today),
    kill: () => server.end("SIGKILL"),
    comeBack: async () => {
      server = await startServerProcess({ ...environment, RUNG_PORT: new URL(url).port });
    },
    [Symbol.asyncDispose]: async () => void (await server.end("SIGTERM")),
  };
}
