import { Readable } from "node:stream";
import { createRoute, z } from "@hono/zod-openapi";
import { exportConversations } from "#server/exports/export-conversations.ts";
import { type Api, failures, withToken } from "./kit.ts";

export function exportRoutes(api: Api): void {
  api.openapi(
    createRoute({
      method: "get",
      path: "/v1/exports/conversations.csv",
      summary: "Every conversation, one a row; no cell is a formula",
      ...withToken,
      responses: {
        200: { description: "UTF-8 with headings", content: { "text/csv": { schema: z.string() } } },
        ...failures(401, 403, 503),
      },
    }),
    async (c) => {
      const parts = await exportConversations({ ctx: c.get("ctx") });
      const bytes = Readable.toWeb(Readable.from(encoded(parts)));
      // safe because: Node's web stream is the one that fetch takes; its types are declared twice.
      const stream = bytes as unknown as ReadableStream<Uint8Array>;
      c.header("Content-Disposition", 'attachment; filename="conversations.csv"');
      c.header("Content-Type", "text/csv; charset=utf-8");
      return c.body(stream, 200);
    },
  );
}

async function* encoded(parts: AsyncGenerator<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const part of parts) yield encoder.encode(part);
}
