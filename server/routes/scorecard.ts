import { createRoute } from "@hono/zod-openapi";
import { ScorecardAnswer, ScorecardParams } from "#lib/contract.ts";
import { CONVERSION_WINDOWS, type ConversionWindow } from "#lib/domain/stage.ts";
import { readScorecard } from "#server/reports/scorecard.ts";
import { type Api, answer, failures, withToken } from "./kit.ts";

export function scorecardRoutes(api: Api): void {
  api.openapi(
    createRoute({
      method: "get",
      path: "/v1/scorecard",
      summary: "The ladder of a window of days",
      ...withToken,
      request: { query: ScorecardParams },
      responses: {
        200: answer("All rungs, attributed and blended", ScorecardAnswer),
        ...failures(400, 401, 403, 503),
      },
    }),
    async (c) => {
      const { window, ...query } = c.req.valid("query");
      const input = { ...query, window: windowOf(window) };
      return c.json(await readScorecard({ ctx: c.get("ctx"), input }), 200);
    },
  );
}

/** A conversion window as an address names it. */
export const windowOf = (window: string | undefined): ConversionWindow | undefined =>
  CONVERSION_WINDOWS.find((one) => String(one) === window);
