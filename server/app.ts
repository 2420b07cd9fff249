import { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { requestId } from "hono/request-id";
import { routePath } from "hono/route";
import { secureHeaders } from "hono/secure-headers";
import { InvalidRequest, NotFound, type ServerError } from "./errors.ts";
import { asKnownRoutes } from "./routes/as-known.ts";
import { changeRoutes } from "./routes/changes.ts";
import { eventRoutes } from "./routes/events.ts";
import { exportRoutes } from "./routes/exports.ts";
import { failureOf } from "./routes/failure.ts";
import { finishBody, requireToken } from "./routes/guards.ts";
import { healthRoutes } from "./routes/health.ts";
import type { Api, Deps, Env } from "./routes/kit.ts";
import { metricsRoutes } from "./routes/metrics.ts";
import { peopleRoutes } from "./routes/people.ts";
import { presenceRoutes } from "./routes/presence.ts";
import { privacyRoutes } from "./routes/privacy.ts";
import { OPEN_PATHS, pairingRoutes } from "./routes/pairings.ts";
import { limitByToken, limitRefusals } from "./routes/rate-limit.ts";
import { salesRoutes } from "./routes/sales.ts";
import { scorecardRoutes } from "./routes/scorecard.ts";
import { spendRoutes } from "./routes/spend.ts";
import { workspaceRoutes } from "./routes/workspace.ts";

/** Refused tokens of one address: many devices of one office may have been unpaired. */
const REFUSALS_A_MINUTE = 300;

/**
 * The whole HTTP API. It listens to nothing and starts nothing. No web origin is let in (no CORS headers): only the
 * extension and programs call it.
 */
export function createApp(deps: Deps): Api {
  const { log, now, metrics } = deps;
  const api: Api = new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (!result.success) throw new InvalidRequest(fieldsOf(result.error.issues));
    },
  });

  api.use(requestId(), secureHeaders(), finishBody);
  api.use(async (c, next) => {
    const began = performance.now();
    c.set("now", now());
    c.header("Cache-Control", "no-store");
    await next();
    // A device learns how far its clock is off from when it was answered.
    c.header("Date", new Date(now()).toUTCString());
    // The route's pattern, never the address: names and ids stay out of the log.
    const ms = performance.now() - began;
    const request = { method: c.req.method, route: routePath(c, -1), status: c.res.status };
    metrics.answered(request, ms / 1_000);
    log.info({ requestId: c.get("requestId"), ...request, ms: Math.round(ms) }, "request");
  });
  api.use("/v1/*", limitRefusals(REFUSALS_A_MINUTE, deps));
  api.use("/v1/*", requireToken(deps, OPEN_PATHS));
  api.use("/v1/*", limitByToken(deps.requestsAMinute, deps));

  healthRoutes(api, deps);
  metricsRoutes(api, deps);
  pairingRoutes(api, deps);
  peopleRoutes(api);
  privacyRoutes(api);
  eventRoutes(api, deps);
  changeRoutes(api, deps);
  presenceRoutes(api, deps);
  workspaceRoutes(api, deps);
  spendRoutes(api);
  salesRoutes(api);
  scorecardRoutes(api);
  asKnownRoutes(api, deps);
  exportRoutes(api, deps);

  api.notFound((c) => respond(c, new NotFound("There is nothing at this address.", "no_such_route")));
  api.onError((thrown, c) => {
    const requestId = c.get("requestId");
    const failure = failureOf(thrown);
    if (failure && failure.status < 500) log.debug({ requestId, code: failure.code }, "refused");
    else log.error({ requestId, err: thrown }, "failed");
    return respond(c, failure);
  });
  return api;
}

/** The one shape of every error; null is a fault of ours, of which nothing is told but the request's id. */
function respond(c: Context<Env>, failure: ServerError | null): Response {
  const requestId = c.get("requestId");
  if (!failure) return c.json({ error: { code: "internal", message: INTERNAL, requestId } }, 500);
  const { status, code, message, fields, beside } = failure;
  if (status === 503) c.header("Retry-After", "1");
  return c.json({ error: { code, message, requestId, ...(fields && { fields }) }, ...beside }, status);
}

const INTERNAL = "Something went wrong on the server; its log knows more under this request's id.";

const fieldsOf = (issues: readonly { path: PropertyKey[]; message: string }[]): Record<string, string> =>
  Object.fromEntries(issues.map(({ path, message }) => [path.map(String).join("."), message]));
