import { createHash, timingSafeEqual } from "node:crypto";
import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { ServerError } from "#server/errors.ts";
import { type Api, type Deps, type Env, failures } from "./kit.ts";
import { peerOf } from "./rate-limit.ts";

const LOOPBACK = /^(?:::ffff:)?127\.|^::1$/;
/** A proxy on this machine asks for others. */
const PROXY_HEADERS = ["x-forwarded-for", "x-real-ip", "forwarded", "via"];

/** Figures for Prometheus: with a token where one is set, else for this machine alone. */
export function metricsRoutes(api: Api, { metrics, metricsToken }: Deps): void {
  api.openapi(
    createRoute({
      method: "get",
      path: "/metrics",
      summary: "Figures for Prometheus: from this machine alone, or by the token of RUNG_METRICS_TOKEN",
      responses: {
        200: { description: "Prometheus text", content: { "text/plain": { schema: z.string() } } },
        ...failures(403),
      },
    }),
    async (c) => {
      if (metricsToken === null) demandThisMachine(c);
      else demandToken(c, metricsToken);
      const { registry } = metrics;
      return c.text(await registry.metrics(), 200, { "Content-Type": registry.contentType });
    },
  );
}

function demandThisMachine(c: Context<Env>): void {
  const isForwarded = PROXY_HEADERS.some((name) => c.req.header(name) !== undefined);
  if (isForwarded || !LOOPBACK.test(peerOf(c)))
    throw new ServerError(
      403,
      "not_this_machine",
      "These figures are for the server's own machine: set RUNG_METRICS_TOKEN to read them from elsewhere.",
    );
}

function demandToken(c: Context<Env>, token: string): void {
  const sent = c.req.header("authorization") ?? "";
  if (!timingSafeEqual(digest(sent), digest(`Bearer ${token}`)))
    throw new ServerError(403, "metrics_token", "These figures need the token of RUNG_METRICS_TOKEN.");
}

/** Of one length, so that the comparison tells nothing by its time. */
const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
