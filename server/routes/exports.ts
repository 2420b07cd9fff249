import { Readable } from "node:stream";
import { createRoute, z } from "@hono/zod-openapi";
import { DataExport, PersonRequest } from "#lib/contract.ts";
import { askExport } from "#server/exports/ask-export.ts";
import { exportConversations } from "#server/exports/export-conversations.ts";
import { exportPerson, PersonExport } from "#server/exports/export-person.ts";
import { listExports } from "#server/exports/list-exports.ts";
import { readDownload } from "#server/exports/read-download.ts";
import { limitBody, requireMedia } from "./guards.ts";
import { type Api, answer, body, BODY_LIMIT, type Deps, failures, withToken } from "./kit.ts";
import { limitByAddress } from "./rate-limit.ts";

const DOWNLOADS_A_MINUTE = 60;

const CSV_FILE = { description: "UTF-8 with headings", content: { "text/csv": { schema: z.string() } } };
const CSV_HEADERS = {
  "Content-Disposition": 'attachment; filename="conversations.csv"',
  "Content-Type": "text/csv; charset=utf-8",
};

export function exportRoutes(api: Api, deps: Deps): void {
  api.openapi(
    createRoute({
      method: "get",
      path: "/v1/exports/conversations.csv",
      summary: "Every conversation, one a row, streamed; no cell is a formula",
      ...withToken,
      responses: { 200: CSV_FILE, ...failures(401, 403, 503) },
    }),
    async (c) => {
      const parts = await exportConversations({ ctx: c.get("ctx") });
      return c.body(streamOf(encoded(parts)), 200, CSV_HEADERS);
    },
  );
  api.openapi(
    createRoute({
      method: "post",
      path: "/v1/exports",
      summary: "Ask for the same as a file: a job writes it, however large",
      ...withToken,
      responses: {
        202: answer("It was asked for; `GET /v1/exports` says how far it is", DataExport),
        ...failures(401, 403, 503),
      },
    }),
    async (c) => {
      const ctx = c.get("ctx");
      const asked = await askExport({ ctx });
      await deps.jobs.send("export", { workspace: ctx.workspace, export: asked.id });
      return c.json(asked, 202);
    },
  );
  api.openapi(
    createRoute({
      method: "get",
      path: "/v1/exports",
      summary: "The exports that are written, or can still be fetched",
      ...withToken,
      responses: { 200: answer("Newest first", z.array(DataExport)), ...failures(401, 403, 503) },
    }),
    async (c) => c.json(await listExports({ ctx: c.get("ctx") }), 200),
  );
  api.openapi(
    createRoute({
      method: "get",
      path: "/downloads/{link}",
      summary: "A finished export, by its link, for a day",
      middleware: [limitByAddress(DOWNLOADS_A_MINUTE, deps)],
      request: { params: z.object({ link: z.string().max(200) }) },
      responses: { 200: CSV_FILE, ...failures(400, 404, 429, 503) },
    }),
    async (c) => {
      const { link } = c.req.valid("param");
      const parts = await readDownload({ db: deps.db, link, now: c.get("now") });
      return c.body(streamOf(parts), 200, CSV_HEADERS);
    },
  );
  api.openapi(
    createRoute({
      method: "post",
      path: "/v1/exports/person",
      summary: "Everything that is known of a person, by the id of their conversation",
      ...withToken,
      middleware: [requireMedia("application/json"), limitBody(BODY_LIMIT)],
      request: { body: body(PersonRequest) },
      responses: {
        200: answer("Conversations and events, thread by thread", PersonExport),
        ...failures(400, 401, 403, 413, 415, 503),
      },
    }),
    async (c) => c.json(await exportPerson({ ctx: c.get("ctx"), input: c.req.valid("json") }), 200),
  );
}

function streamOf(parts: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  const bytes = Readable.toWeb(Readable.from(parts));
  // safe because: Node's web stream is the one that fetch takes; its types are declared twice.
  return bytes as unknown as ReadableStream<Uint8Array>;
}

async function* encoded(parts: AsyncGenerator<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const part of parts) yield encoder.encode(part);
}
