import type { SaleRow } from "#lib/domain/sale-row.ts";
import type { SalesPlan } from "#lib/domain/sales-ledger.ts";
import { planSalesFile } from "#lib/sales/plan-sales-file.ts";
import type { Context } from "#server/context.ts";
import { findEvents } from "#server/events/log.ts";
import { readSettings } from "#server/workspace/read-settings.ts";
import { readWorkspace } from "#server/workspace/read-workspace.ts";
import { knownThreads } from "./known-threads.ts";
import { readFile } from "./read-file.ts";

interface Planned {
  rows: SaleRow[];
  plan: SalesPlan;
  timeZone: string;
}

/** Reads a file of sales, and decides what it adds to the workspace. */
export async function planFile(ctx: Context, csv: Uint8Array): Promise<Planned> {
  const timeZone = (await readSettings(ctx)).timeZone ?? (await readWorkspace(ctx)).timeZone;
  const rows = readFile(csv, ctx.now);
  const plan = await planSalesFile(rows, {
    threads: await knownThreads(ctx, rows),
    findEvents: (ids) => findEvents(ctx, ids),
    timeZone,
  });
  return { rows, plan, timeZone };
}
