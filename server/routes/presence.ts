import { createRoute } from "@hono/zod-openapi";
import { PresenceAnswer, PresenceRequest } from "#lib/contract.ts";
import { attend } from "#server/presence/attend.ts";
import { limitBody, requireMedia } from "./guards.ts";
import { type Api, answer, body, BODY_LIMIT, type Deps, failures, withToken } from "./kit.ts";
import { limitByToken } from "./rate-limit.ts";

/** A device says so every ten seconds, and when somebody opens another conversation or begins to type. */
const A_MINUTE = 240;

export function presenceRoutes(api: Api, deps: Deps): void {
  api.openapi(
    createRoute({
      method: "post",
      path: "/v1/presence",
      summary: "Say what is open on this device, and hear who else has it open; nothing of it is stored",
      ...withToken,
      middleware: [limitByToken(A_MINUTE, deps), requireMedia("application/json"), limitBody(BODY_LIMIT)],
      request: { body: body(PresenceRequest) },
      responses: {
        200: answer("Colleagues who have the same conversations open", PresenceAnswer),
        ...failures(400, 401, 413, 415, 503),
      },
    }),
    async (c) => {
      const signal = AbortSignal.any([c.req.raw.signal, deps.stopping]);
      const { presence } = deps;
      return c.json(await attend({ ctx: c.get("ctx"), input: c.req.valid("json"), presence, signal }), 200);
    },
  );
}
