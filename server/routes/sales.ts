import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { SalesAnswer } from "#lib/contract.ts";
import { checkSales } from "#server/sales/check-sales.ts";
import { importSales } from "#server/sales/import-sales.ts";
import { limitBody, requireMedia } from "./guards.ts";
import { type Api, answer, type Env, failures, FILE_LIMIT, withToken } from "./kit.ts";

const asked = {
  ...withToken,
  middleware: [requireMedia("text/csv"), limitBody(FILE_LIMIT)],
  request: {
    body: {
      required: true,
      description: "A list of sales: ref or thread, date, amount, currency",
      content: { "text/csv": { schema: z.string() } },
    },
  },
};
const bytesOf = async (c: Context<Env>): Promise<Uint8Array> => new Uint8Array(await c.req.arrayBuffer());

export function salesRoutes(api: Api): void {
  api.openapi(
    createRoute({
      method: "post",
      path: "/v1/sales/check",
      summary: "What an import of a list of sales would do; nothing is stored",
      ...asked,
      responses: {
        200: answer("Rows by what would become of them, the unmatched listed", SalesAnswer),
        ...failures(401, 403, 413, 415, 422, 503),
      },
    }),
    async (c) => c.json(await checkSales({ ctx: c.get("ctx"), input: await bytesOf(c) }), 200),
  );
  api.openapi(
    createRoute({
      method: "post",
      path: "/v1/sales/imports",
      summary: "Record the sales of a list; the same list again changes nothing",
      ...asked,
      responses: {
        200: answer("Rows by what became of them, the unmatched listed", SalesAnswer),
        ...failures(401, 403, 413, 415, 422, 503),
      },
    }),
    async (c) => c.json(await importSales({ ctx: c.get("ctx"), input: await bytesOf(c) }), 200),
  );
}
