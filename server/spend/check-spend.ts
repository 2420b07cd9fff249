import type { SpendSummary } from "#lib/contract.ts";
import { summarise } from "#lib/spend/spend-file.ts";
import type { Context } from "#server/context.ts";
import { demand } from "#server/members/roles.ts";
import { readFile } from "./read-file.ts";

/** What an export says, without storing anything. */
export function checkSpend({ ctx, input }: { ctx: Pick<Context, "role">; input: Uint8Array }): SpendSummary {
  demand(ctx, "spend");
  return summarise(readFile(input));
}
