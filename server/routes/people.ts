import { createRoute, z } from "@hono/zod-openapi";
import { AuditPage, AuditParams, Member, RoleChange, TokenRotated } from "#lib/contract.ts";
import { readAudit } from "#server/audit/read-audit.ts";
import { changeRole } from "#server/members/change-role.ts";
import { listMembers } from "#server/members/list-members.ts";
import { removeMember } from "#server/members/remove-member.ts";
import { revokeDevice } from "#server/members/revoke-device.ts";
import { rotateToken } from "#server/members/rotate-token.ts";
import { limitBody, requireMedia, tokenOf } from "./guards.ts";
import { type Api, answer, body, BODY_LIMIT, failures, withToken } from "./kit.ts";

const gone = { 204: { description: "The next request is refused" } };

export function peopleRoutes(api: Api): void {
  api.openapi(
    createRoute({
      method: "get",
      path: "/v1/members",
      summary: "Everybody in the workspace, with their devices",
      ...withToken,
      responses: { 200: answer("By the time they came", z.array(Member)), ...failures(401, 403, 503) },
    }),
    async (c) => c.json(await listMembers({ ctx: c.get("ctx") }), 200),
  );
  api.openapi(
    createRoute({
      method: "put",
      path: "/v1/members/{member}/role",
      summary: "Give a person another role",
      ...withToken,
      middleware: [requireMedia("application/json"), limitBody(BODY_LIMIT)],
      request: { params: z.object({ member: z.uuid().lowercase() }), body: body(RoleChange) },
      responses: {
        204: { description: "The next request is judged by it" },
        ...failures(400, 401, 403, 404, 409, 413, 415, 503),
      },
    }),
    async (c) => {
      const input = { ...c.req.valid("param"), ...c.req.valid("json") };
      await changeRole({ ctx: c.get("ctx"), input });
      return c.body(null, 204);
    },
  );
  api.openapi(
    createRoute({
      method: "delete",
      path: "/v1/members/{member}",
      summary: "End a person's access on every device; what they recorded stays",
      ...withToken,
      request: { params: z.object({ member: z.uuid().lowercase() }) },
      responses: { ...gone, ...failures(400, 401, 403, 404, 409, 503) },
    }),
    async (c) => {
      await removeMember({ ctx: c.get("ctx"), input: c.req.valid("param") });
      return c.body(null, 204);
    },
  );
  api.openapi(
    createRoute({
      method: "delete",
      path: "/v1/devices/{device}",
      summary: "End a device's access",
      ...withToken,
      request: { params: z.object({ device: z.uuid().lowercase() }) },
      responses: { ...gone, ...failures(400, 401, 403, 404, 503) },
    }),
    async (c) => {
      await revokeDevice({ ctx: c.get("ctx"), input: c.req.valid("param") });
      return c.body(null, 204);
    },
  );
  api.openapi(
    createRoute({
      method: "post",
      path: "/v1/me/device/token",
      summary: "Change this device's token; the one before ends within a day",
      ...withToken,
      responses: { 200: answer("The new token, told once", TokenRotated), ...failures(401, 503) },
    }),
    async (c) => c.json(await rotateToken({ ctx: c.get("ctx"), token: tokenOf(c) }), 200),
  );
  api.openapi(
    createRoute({
      method: "get",
      path: "/v1/audit",
      summary: "What administrators and managers did, newest first",
      ...withToken,
      request: { query: AuditParams },
      responses: { 200: answer("A page of entries", AuditPage), ...failures(400, 401, 403, 503) },
    }),
    async (c) => c.json(await readAudit({ ctx: c.get("ctx"), input: c.req.valid("query") }), 200),
  );
}
