import { readEnvironment } from "./environment.ts";
import { openLog } from "./log.ts";
import { start } from "./start.ts";

/** Runs the server until it is told to stop (SIGINT or SIGTERM). Throws what kept it from starting. */
export async function serve(variables: Record<string, string | undefined>): Promise<void> {
  const environment = readEnvironment(variables);
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  const { url, workspace, closed } = await start({
    environment,
    log: openLog(environment.RUNG_LOG),
    signal: stop.signal,
  });
  process.stderr.write(`\nRung listens on ${url}.\n${workspace.isNew ? FIRST : ""}${PAIR}\n`);
  await closed;
}

const FIRST = `It made its first workspace; nobody is in it yet.
One question is open: may managers see figures per person? Until it is answered they do not; every member is told.
  npm run -s rung -- policy --figures-per-person yes (or no)
`;
const PAIR = 'To pair an extension: npm run -s rung -- pair --name "Your name" --role admin\n';

const AWAY = /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH)$/;

/** What kept a server or a command from running, as a sentence. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error ? String(error.code) : "";
  if (code === "EADDRINUSE")
    return "The port is taken: another server runs there already, or name a free one with RUNG_PORT.";
  if (AWAY.test(code)) {
    const { message } = (error instanceof AggregateError ? error.errors[0] : null) ?? error;
    return `The database cannot be reached (${message}): does it run, and is DATABASE_URL right?`;
  }
  return error.message;
}
