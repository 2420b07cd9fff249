import type { SalesAnswer } from "#lib/contract.ts";
import { salesAnswer } from "#lib/sales/sales-answer.ts";
import type { Context } from "#server/context.ts";
import { demand } from "#server/members/roles.ts";
import { planFile } from "./plan.ts";

/** What an import of this file would do; nothing is stored. */
export async function checkSales({ ctx, input }: { ctx: Context; input: Uint8Array }): Promise<SalesAnswer> {
  demand(ctx, "sales");
  const { rows, plan } = await planFile(ctx, input);
  return salesAnswer(rows, plan);
}
