import { sql } from "kysely";
import type { Database } from "#server/database.ts";
import { inTime } from "./patience.ts";

const ANSWER_MS = 5_000;

interface Busy {
  pid: number;
  seconds: number;
  state: string | null;
  waits: string | null;
  query: string;
}

/** What servers say of themselves, and what PostgreSQL is at, a line each. */
export async function conditionOf({ urls, db }: { urls: string[]; db: Database }): Promise<string> {
  const servers = urls.map(async (url, place) => {
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(ANSWER_MS) }).then(
      async (response) => `${response.status} ${await response.text()}`,
      (error: unknown) => (error instanceof Error ? `${error.message} ${String(error.cause ?? "")}` : ""),
    );
    return `server ${place + 1}: ${answer}`;
  });
  const busy = sql<Busy>`
    select pid, extract(epoch from now() - query_start)::int as seconds, state,
      concat_ws(' ', wait_event_type, wait_event) as waits, left(regexp_replace(query, '\\s+', ' ', 'g'), 120) as query
    from pg_stat_activity where backend_type = 'client backend' and state <> 'idle' and pid <> pg_backend_pid()
    order by query_start limit 20`.execute(db);
  const postgres = await inTime("PostgreSQL did not answer", ANSWER_MS, busy).then(
    ({ rows }) =>
      rows.map(({ pid, seconds, state, waits, query }) => `${pid} ${seconds} s ${state} ${waits}: ${query}`),
    (error: unknown) => [String(error)],
  );
  return [...(await Promise.all(servers)), `PostgreSQL: ${postgres.length} at work`, ...postgres].join("\n");
}
