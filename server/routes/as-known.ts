import { createRoute, z } from "@hono/zod-openapi";
import { AsKnownLine, AsKnownParams } from "#lib/contract.ts";
import { ServerError } from "#server/errors.ts";
import { asKnown, type Make } from "#server/reports/as-known.ts";
import { failureOf } from "./failure.ts";
import { type Api, type Deps, failures, withToken } from "./kit.ts";
import { linesOf } from "./lines.ts";
import { windowOf } from "./scorecard.ts";

/** Reports that fold the log at once, a server: each holds a connection to the database until it is done. */
const FOLDING = 2;
const BUSY = "Two such reports are being made already: try again in a minute.";
const ENDED = "The server ended this report before it was done: ask again.";

const route = {
  method: "get",
  path: "/v1/scorecard/as-known",
  summary: "The same as it was known when a day ended: how far it is, line by line, and then the report",
  ...withToken,
  request: { query: AsKnownParams },
} as const;
const errors = failures(400, 401, 403, 429, 503);
const description = "JSON, one value a line; the last one is the report, or why there is none";

export function asKnownRoutes(api: Api, { stopping, log }: Pick<Deps, "stopping" | "log">): void {
  let folding = 0;
  // The document says what a line is; to the router it is bytes.
  const documented = { 200: { description, content: { "application/x-ndjson": { schema: AsKnownLine } } } };
  api.openAPIRegistry.registerPath({ ...route, responses: { ...documented, ...errors } });
  const bytes = { 200: { description, content: { "application/octet-stream": { schema: z.string() } } } };
  api.openapi(createRoute({ ...route, hide: true, responses: { ...bytes, ...errors } }), async (c) => {
    const { window, ...query } = c.req.valid("query");
    const make = await asKnown({ ctx: c.get("ctx"), input: { ...query, window: windowOf(window) } });
    if (folding >= FOLDING) throw new ServerError(429, "busy", BUSY);
    folding += 1;
    const requestId = c.get("requestId");
    const lines = linesOf<AsKnownLine>(async (say, left) => {
      const answer = await lastLine(make, say, { left, stopping });
      folding -= 1;
      if ("error" in answer) log.error({ requestId, err: answer.error }, "failed");
      say("error" in answer ? { kind: "failed", code: "ended", message: ENDED } : answer);
    });
    return c.body(lines, 200, { "Content-Type": "application/x-ndjson" });
  });
}

/** The report or what the caller is told instead; what nobody can act on is an error of ours. */
async function lastLine(
  make: Make,
  say: (line: AsKnownLine) => void,
  { left, stopping }: Record<"left" | "stopping", AbortSignal>,
): Promise<AsKnownLine | { error: unknown }> {
  try {
    const progress = (done: number, of: number) => say({ kind: "progress", done, of });
    return { kind: "card", card: await make(progress, AbortSignal.any([left, stopping])) };
  } catch (error) {
    if (left.aborted || stopping.aborted) return { kind: "failed", code: "ended", message: ENDED };
    const failure = failureOf(error);
    return failure ? { kind: "failed", code: failure.code, message: failure.message } : { error };
  }
}
