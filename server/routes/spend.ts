import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { SpendAccount, SpendImported, SpendImportParams, SpendSummary } from "#lib/contract.ts";
import { listAccounts } from "#server/spend/accounts.ts";
import { checkSpend } from "#server/spend/check-spend.ts";
import { importSpend } from "#server/spend/import-spend.ts";
import { limitBody, requireMedia } from "./guards.ts";
import { type Api, answer, type Env, failures, FILE_LIMIT, withToken } from "./kit.ts";

const file = {
  required: true,
  description: "An Ads Manager or Ads Reporting export, as it is",
  content: { "text/csv": { schema: z.string() } },
};
const reads = [requireMedia("text/csv"), limitBody(FILE_LIMIT)];
/** As bytes: the file's own encoding is looked at. */
const bytesOf = async (c: Context<Env>): Promise<Uint8Array> => new Uint8Array(await c.req.arrayBuffer());

export function spendRoutes(api: Api): void {
  api.openapi(
    createRoute({
      method: "post",
      path: "/v1/spend/check",
      summary: "What an export says; nothing is stored",
      ...withToken,
      middleware: reads,
      request: { body: file },
      responses: {
        200: answer("Currency, level, days, total", SpendSummary),
        ...failures(401, 403, 413, 415, 422, 503),
      },
    }),
    async (c) => c.json(checkSpend({ ctx: c.get("ctx"), input: await bytesOf(c) }), 200),
  );
  api.openapi(
    createRoute({
      method: "post",
      path: "/v1/spend/imports",
      summary: "Import an export into an ad account; it replaces the days it covers",
      ...withToken,
      middleware: reads,
      request: { query: SpendImportParams, body: file },
      responses: {
        200: answer("What was imported and what it replaced", SpendImported),
        ...failures(400, 401, 403, 409, 413, 415, 422, 503),
      },
    }),
    async (c) => {
      const input = { ...c.req.valid("query"), csv: await bytesOf(c) };
      return c.json(await importSpend({ ctx: c.get("ctx"), input }), 200);
    },
  );
  api.openapi(
    createRoute({
      method: "get",
      path: "/v1/spend/accounts",
      summary: "The ad accounts that spend was imported for",
      ...withToken,
      responses: {
        200: answer("By name", z.array(SpendAccount)),
        ...failures(401, 403, 503),
      },
    }),
    async (c) => c.json(await listAccounts({ ctx: c.get("ctx") }), 200),
  );
}
