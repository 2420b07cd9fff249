import { createRoute } from "@hono/zod-openapi";
import {
  Me,
  PairingLook,
  PairingMade,
  PairingOffer,
  PairingRedeem,
  PairingRequest,
  PairingResult,
} from "#lib/contract.ts";
import { lookAtPairing } from "#server/members/look-at-pairing.ts";
import { makePairing } from "#server/members/make-pairing.ts";
import { readMe } from "#server/members/read-me.ts";
import { redeemPairing } from "#server/members/redeem-pairing.ts";
import { unpair } from "#server/members/unpair.ts";
import { limitBody, requireMedia } from "./guards.ts";
import { type Api, answer, body, BODY_LIMIT, type Deps, failures, withToken } from "./kit.ts";
import { limitByAddress } from "./rate-limit.ts";

/** Looks and redemptions of one address in a minute: a whole office behind one address may pair at once. */
const TRIES_A_MINUTE = 60;

/** Without a token: whoever holds a code has none yet. */
export const OPEN_PATHS = ["/v1/pairings/look", "/v1/pairings/redeem"];

export function pairingRoutes(api: Api, deps: Deps): void {
  const { db } = deps;
  const reads = [requireMedia("application/json"), limitBody(BODY_LIMIT)];
  const slowly = [limitByAddress(TRIES_A_MINUTE, deps), ...reads];

  api.openapi(
    createRoute({
      method: "post",
      path: "/v1/pairings",
      summary: "Make a code that pairs one device",
      ...withToken,
      middleware: reads,
      request: { body: body(PairingRequest) },
      responses: {
        201: answer("The code, shown once", PairingMade),
        ...failures(400, 401, 403, 404, 413, 415, 503),
      },
    }),
    async (c) => c.json(await makePairing({ ctx: c.get("ctx"), input: c.req.valid("json") }), 201),
  );
  api.openapi(
    createRoute({
      method: "post",
      path: "/v1/pairings/look",
      summary: "What a code would pair with; it stays usable",
      middleware: slowly,
      request: { body: body(PairingLook) },
      responses: {
        200: answer("Workspace, member and Pages", PairingOffer),
        ...failures(400, 404, 413, 415, 429, 503),
      },
    }),
    async (c) => {
      const { code } = c.req.valid("json");
      return c.json(await lookAtPairing({ db, code, now: c.get("now") }), 200);
    },
  );
  api.openapi(
    createRoute({
      method: "post",
      path: "/v1/pairings/redeem",
      summary: "Use a code up: the device gets its token",
      middleware: slowly,
      request: { body: body(PairingRedeem) },
      responses: {
        200: answer("The token, told once, and who it belongs to", PairingResult),
        ...failures(400, 404, 413, 415, 429, 503),
      },
    }),
    async (c) => c.json(await redeemPairing({ db, input: c.req.valid("json"), now: c.get("now") }), 200),
  );
  api.openapi(
    createRoute({
      method: "get",
      path: "/v1/me",
      summary: "Who the token belongs to, and what its workspace counts",
      ...withToken,
      responses: { 200: answer("Member, workspace, Pages, members", Me), ...failures(401, 503) },
    }),
    async (c) => c.json(await readMe({ ctx: c.get("ctx") }), 200),
  );
  api.openapi(
    createRoute({
      method: "delete",
      path: "/v1/me/device",
      summary: "Unpair: revoke the token of this device",
      ...withToken,
      responses: { 204: { description: "The token opens nothing any more" }, ...failures(401, 503) },
    }),
    async (c) => {
      await unpair({ ctx: c.get("ctx") });
      return c.body(null, 204);
    },
  );
}
