import { createRoute } from "@hono/zod-openapi";
import { sql } from "kysely";
import { Health } from "#lib/contract.ts";
import { ServerError } from "#server/errors.ts";
import { type Api, answer, type Deps, failures } from "./kit.ts";

const INFO = {
  title: "Rung",
  version: "1",
  description:
    "Tags of conversations, and what a qualified one costs. Every address under /v1 may answer 429 with Retry-After.",
};

export function healthRoutes(api: Api, { db, stopping }: Deps): void {
  api.openapi(
    createRoute({
      method: "get",
      path: "/healthz",
      summary: "The server runs and reaches its database",
      responses: { 200: answer("It does", Health), ...failures(503) },
    }),
    async (c) => {
      await sql`select 1`.execute(db);
      return c.json({ status: "ok" as const }, 200);
    },
  );
  api.openapi(
    createRoute({
      method: "get",
      path: "/readyz",
      summary: "The server takes requests: it is not stopping, and reaches a database of its version",
      responses: { 200: answer("It does", Health), ...failures(503) },
    }),
    async (c) => {
      if (stopping.aborted)
        throw new ServerError(
          503,
          "stopping",
          "This server stops: ask another one, or this one in a moment.",
        );
      await sql`select from erasures limit 0`.execute(db);
      return c.json({ status: "ok" as const }, 200);
    },
  );
  api.openAPIRegistry.registerComponent("securitySchemes", "token", { type: "http", scheme: "bearer" });
  api.openAPIRegistry.registerPath({
    method: "get",
    path: "/openapi.json",
    summary: "This document",
    responses: { 200: { description: "OpenAPI 3.1" } },
  });
  api.doc31("/openapi.json", { openapi: "3.1.0", info: INFO });
}
