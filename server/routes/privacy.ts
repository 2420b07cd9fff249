import { createRoute } from "@hono/zod-openapi";
import { Erased, ErasureRequest } from "#lib/contract.ts";
import { erasePerson } from "#server/privacy/erase-person.ts";
import { limitBody, requireMedia } from "./guards.ts";
import { type Api, answer, body, BODY_LIMIT, failures, withToken } from "./kit.ts";

export function privacyRoutes(api: Api): void {
  api.openapi(
    createRoute({
      method: "post",
      path: "/v1/erasures",
      summary: "Forget a person by the id of their conversation; figures stay",
      ...withToken,
      middleware: [requireMedia("application/json"), limitBody(BODY_LIMIT)],
      request: { body: body(ErasureRequest) },
      responses: {
        200: answer("How much was known of them", Erased),
        ...failures(400, 401, 403, 413, 415, 503),
      },
    }),
    async (c) => c.json(await erasePerson({ ctx: c.get("ctx"), input: c.req.valid("json") }), 200),
  );
}
