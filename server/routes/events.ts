import { createRoute, z } from "@hono/zod-openapi";
import { LoggedEvent, PushRequest, PushResponse } from "#lib/contract.ts";
import { pushEvents } from "#server/events/push.ts";
import { limitBody, requireMedia } from "./guards.ts";
import { type Api, answer, body, BODY_LIMIT, type Deps, failures, withToken } from "./kit.ts";

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

export function eventRoutes(api: Api, { metrics }: Pick<Deps, "metrics">): void {
  api.openAPIRegistry.registerPath({ ...push, request: { body: body(PushDocument) } });
  api.openapi(
    createRoute({
      ...push,
      hide: true,
      middleware: [requireMedia("application/json"), limitBody(BODY_LIMIT)],
      request: { body: body(PushRequest) },
    }),
    async (c) => {
      const began = performance.now();
      const input = c.req.valid("json");
      const pushed = await pushEvents({ ctx: c.get("ctx"), input });
      const oldest = oldestOf(input.events);
      const seconds = (performance.now() - began) / 1_000;
      metrics.pushed(pushed.results, seconds, oldest === null ? null : pushed.receivedAt - oldest);
      return c.json(pushed, 200);
    },
  );
}

const At = z.object({ at: z.number() });

/** The earliest time (epoch ms) that the events of a batch name; null where none names one. */
function oldestOf(events: readonly unknown[]): number | null {
  const times = events.flatMap((event) => At.safeParse(event).data?.at ?? []);
  return times.length === 0 ? null : times.reduce((earliest, at) => Math.min(earliest, at));
}
