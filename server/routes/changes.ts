import { createRoute } from "@hono/zod-openapi";
import { Changes, ChangesParams } from "#lib/contract.ts";
import { waitForChanges } from "#server/changes/wait-for-changes.ts";
import { authenticateRequest } from "./guards.ts";
import { type Api, answer, type Deps, failures, withToken } from "./kit.ts";

export function changeRoutes(api: Api, deps: Deps): void {
  api.openapi(
    createRoute({
      method: "get",
      path: "/v1/changes",
      summary: "What is new in the workspace after a cursor; waits for it if asked to",
      ...withToken,
      request: { query: ChangesParams },
      responses: {
        200: answer("A page of changes, and the cursor after it", Changes),
        ...failures(400, 401, 503),
      },
    }),
    async (c) => {
      const signal = AbortSignal.any([c.req.raw.signal, deps.stopping]);
      const renew = () => authenticateRequest(c, deps);
      const input = c.req.valid("query");
      const read = await waitForChanges({ ctx: c.get("ctx"), input, renew, signal });
      const isFollowing = input.after !== undefined && !read.more;
      const newest = Math.max(...read.changes.map(({ receivedAt }) => receivedAt));
      if (isFollowing && read.changes.length > 0) deps.metrics.told(deps.now() - newest);
      return c.json(read, 200);
    },
  );
}
