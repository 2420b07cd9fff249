import type { OpenAPIHono, z } from "@hono/zod-openapi";
import type { Logger } from "pino";
import { ErrorBody } from "#lib/contract.ts";
import type { MemberContext } from "#server/context.ts";
import type { Database } from "#server/database.ts";
import type { Presence } from "#server/presence/presence.ts";
import type { Jobs } from "#server/jobs/jobs.ts";
import type { Metrics } from "#server/metrics/metrics.ts";

/** What the application works on; time comes in so that a test can say what it is. */
export interface Deps {
  db: Database;
  log: Logger;
  /** Epoch ms. */
  now: () => number;
  /** The last hop of X-Forwarded-For is the caller's address. */
  trustProxy: boolean;
  /** How often one device may come. */
  requestsAMinute: number;
  /** Aborts when the server stops: who waits for news is answered then. */
  stopping: AbortSignal;
  /** Who has what open; in memory alone. */
  presence: Presence;
  metrics: Metrics;
  /** Who shows it may read the metrics; null: this machine alone may. */
  metricsToken: string | null;
  jobs: Pick<Jobs, "send">;
}

/** What a request carries: its id, its time, and behind a token who asks. */
export interface Env {
  Variables: { requestId: string; now: number; ctx: MemberContext };
}

export type Api = OpenAPIHono<Env>;

const MEGABYTE = 1_048_576;
export const BODY_LIMIT = MEGABYTE;
export const FILE_LIMIT = 20 * MEGABYTE;

const ERRORS = {
  400: "The request cannot be used; `fields` says what is wrong",
  401: "No token, or one that is unknown, expired or revoked",
  403: "The role does not allow it",
  404: "Nothing of that name",
  409: "What is stored stands against it",
  413: "The body is too large",
  415: "The body is of another media type",
  422: "The file is refused; `fields` says why",
  429: "Too many tries from this address",
  503: "The database is away: try again",
} as const;

const json = <Schema extends z.ZodType>(schema: Schema) => ({ "application/json": { schema } });

/** An answer of the generated document. */
export const answer = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: json(schema),
});

/** The error answers of a route, all of one shape. */
export const failures = <Status extends keyof typeof ERRORS>(...statuses: Status[]) =>
  // safe because: every status given becomes a key, and no other.
  Object.fromEntries(statuses.map((status) => [status, answer(ERRORS[status], ErrorBody)])) as {
    [S in Status]: { description: string; content: { "application/json": { schema: typeof ErrorBody } } };
  };

export const body = <Schema extends z.ZodType>(schema: Schema) => ({ required: true, content: json(schema) });

/** Marks a route as behind a token, in the generated document; the application refuses all others by itself. */
export const withToken = { security: [{ token: [] }] };
