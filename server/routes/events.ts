import { createRoute, z } from "@hono/zod-openapi";
import { LoggedEvent, PushRequest, PushResponse } from "#lib/contract.ts";
import { pushEvents } from "#server/events/push.ts";
import { limitBody, requireMedia } from "./guards.ts";
import { type Api, answer, body, BODY_LIMIT, failures, withToken } from "./kit.ts";

const push = {
  method: "post",
  path: "/v1/events",
  summary: "Push a batch of events; each is accepted, a duplicate, or rejected by itself",
  ...withToken,
  responses: {
    200: answer("What became of each event, in the order of the batch", PushResponse),
    ...failures(400, 401, 409, 413, 415, 503),
  },
} as const;

/** In the document a batch holds events; what is read is anything, so that a bad one refuses itself alone. */
const PushDocument = PushRequest.extend({
  events: z.array(LoggedEvent).min(1).max(500),
}).meta({ id: "PushRequest" });

export function eventRoutes(api: Api): void {
  api.openAPIRegistry.registerPath({ ...push, request: { body: body(PushDocument) } });
  api.openapi(
    createRoute({
      ...push,
      hide: true,
      middleware: [requireMedia("application/json"), limitBody(BODY_LIMIT)],
      request: { body: body(PushRequest) },
    }),
    async (c) => c.json(await pushEvents({ ctx: c.get("ctx"), input: c.req.valid("json") }), 200),
  );
}
