import { createRoute, z } from "@hono/zod-openapi";
import {
  AdName,
  Page,
  PageAnswer,
  Policy,
  PolicyChange,
  Settings,
  SettingsConflict,
  SourceList,
} from "#lib/contract.ts";
import { ThreadShape } from "#lib/domain/event.ts";
import { listSources } from "#server/reports/sources.ts";
import { answerPage } from "#server/workspace/answer-page.ts";
import { nameAd } from "#server/workspace/name-ad.ts";
import { readSettings } from "#server/workspace/read-settings.ts";
import { savePolicy } from "#server/workspace/save-policy.ts";
import { saveSettings } from "#server/workspace/save-settings.ts";
import { settingsFor } from "#server/workspace/settings-for.ts";
import { limitBody, requireMedia } from "./guards.ts";
import { type Api, answer, body, BODY_LIMIT, type Deps, failures, withToken } from "./kit.ts";

const reads = [requireMedia("application/json"), limitBody(BODY_LIMIT)];

export function workspaceRoutes(api: Api, { jobs }: Pick<Deps, "jobs">): void {
  api.openapi(
    createRoute({
      method: "put",
      path: "/v1/policy",
      summary: "Say for how long customers are known, and whether managers see figures per person",
      ...withToken,
      middleware: reads,
      request: { body: body(PolicyChange) },
      responses: { 200: answer("The policy in force", Policy), ...failures(400, 401, 403, 413, 415, 503) },
    }),
    async (c) => {
      const ctx = c.get("ctx");
      const input = c.req.valid("json");
      const policy = await savePolicy({ ctx, input });
      const isShorter = input.retentionDays !== undefined && input.retentionDays !== null;
      if (isShorter) await jobs.send("retention", { workspace: ctx.workspace });
      return c.json(policy, 200);
    },
  );
  api.openapi(
    createRoute({
      method: "put",
      path: "/v1/pages/{asset}",
      summary: "Say whether a Page is counted",
      ...withToken,
      middleware: reads,
      request: { params: z.object({ asset: ThreadShape.shape.asset }), body: body(PageAnswer) },
      responses: { 200: answer("The Page as it stands", Page), ...failures(400, 401, 403, 413, 415, 503) },
    }),
    async (c) => {
      const input = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await answerPage({ ctx: c.get("ctx"), input }), 200);
    },
  );
  api.openapi(
    createRoute({
      method: "get",
      path: "/v1/settings",
      summary: "The settings in force, with their version",
      ...withToken,
      responses: { 200: answer("The newest version", Settings), ...failures(401, 503) },
    }),
    async (c) => {
      const ctx = c.get("ctx");
      return c.json(settingsFor(ctx.role, await readSettings(ctx)), 200);
    },
  );
  api.openapi(
    createRoute({
      method: "put",
      path: "/v1/settings",
      summary: "Save settings made from the version that they name",
      ...withToken,
      middleware: reads,
      request: { body: body(Settings) },
      responses: {
        200: answer("As saved, with their new version", Settings),
        ...failures(400, 401, 403, 413, 415, 503),
        409: answer("Somebody saved a newer version: both are told", SettingsConflict),
      },
    }),
    async (c) => c.json(await saveSettings({ ctx: c.get("ctx"), input: c.req.valid("json") }), 200),
  );
  api.openapi(
    createRoute({
      method: "put",
      path: "/v1/ad-names/{adId}",
      summary: "Name the campaign of an ad whose id no export names",
      ...withToken,
      middleware: reads,
      request: { params: z.object({ adId: z.string().regex(/^\d{1,40}$/) }), body: body(AdName) },
      responses: {
        200: answer("The settings, which hold the name", Settings),
        ...failures(400, 401, 403, 413, 415, 503),
      },
    }),
    async (c) => {
      const input = { ad: c.req.valid("param").adId, campaign: c.req.valid("json").campaign };
      return c.json(await nameAd({ ctx: c.get("ctx"), input }), 200);
    },
  );
  api.openapi(
    createRoute({
      method: "get",
      path: "/v1/sources",
      summary: "What a conversation can be said to come from",
      ...withToken,
      responses: { 200: answer("Campaigns, ads, creators", SourceList), ...failures(401, 503) },
    }),
    async (c) => c.json(await listSources({ ctx: c.get("ctx") }), 200),
  );
}
