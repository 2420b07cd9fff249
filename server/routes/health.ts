import { createRoute } from "@hono/zod-openapi";
import { sql } from "kysely";
import { Health } from "#lib/contract.ts";
import { type Api, answer, type Deps, failures } from "./kit.ts";

const INFO = {
  title: "Rung",
  version: "1",
  description: "Tags of conversations, and what a qualified one costs.",
};

export function healthRoutes(api: Api, { db }: Deps): void {
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
  api.openAPIRegistry.registerComponent("securitySchemes", "token", { type: "http", scheme: "bearer" });
  api.openAPIRegistry.registerPath({
    method: "get",
    path: "/openapi.json",
    summary: "This document",
    responses: { 200: { description: "OpenAPI 3.1" } },
  });
  api.doc31("/openapi.json", { openapi: "3.1.0", info: INFO });
}
