import { randomBytes } from "node:crypto";
import type { SpendImported, SpendImportParams } from "#lib/contract.ts";
import { planImport } from "#lib/domain/spend-ledger.ts";
import type { SpendRow } from "#lib/domain/spend.ts";
import { uuidv7 } from "#lib/domain/uuid.ts";
import { summarise } from "#lib/spend/spend-file.ts";
import { note } from "#server/audit/note.ts";
import type { Context } from "#server/context.ts";
import { ServerError } from "#server/errors.ts";
import { toJson } from "#server/json.ts";
import { demand } from "#server/members/roles.ts";
import { lockAccount } from "./accounts.ts";
import { readFile } from "./read-file.ts";
import { spendOfAccount, toRow } from "./rows.ts";

const ROWS_AT_ONCE = 1_000;

/**
 * Imports an export into an ad account, whole or not at all: it replaces the days that it covers, as
 * lib/domain/spend-ledger.ts decides. The same file again changes nothing.
 */
export function importSpend({
  ctx,
  input,
}: {
  ctx: Context;
  input: SpendImportParams & { csv: Uint8Array };
}): Promise<SpendImported> {
  demand(ctx, "spend");
  const file = readFile(input.csv);
  const summary = summarise(file);
  const id = uuidv7(ctx.now, randomBytes(10));
  return ctx.db.transaction().execute(async (work) => {
    const inside = { ...ctx, db: work };
    const account = await lockAccount(inside, input);
    const held = await spendOfAccount(inside, account.id);
    const plan = planImport(
      account,
      held.map(({ row }) => row),
      file,
    );
    if (!plan.ok) throw new ServerError(422, plan.reason, plan.sentence);
    const currency = account.currency ?? file.currency;
    await work
      .updateTable("spend_accounts")
      .set({ currency })
      .where("workspace_id", "=", ctx.workspace)
      .where("account_id", "=", account.id)
      .execute();
    await work
      .insertInto("spend_imports")
      .values({
        workspace_id: ctx.workspace,
        import_id: id,
        account_id: account.id,
        imported_by: ctx.member,
        imported_at: ctx.now,
        summary: toJson(summary),
      })
      .execute();
    const gone = new Set(plan.remove);
    await removeRows(
      inside,
      account.id,
      held.filter(({ row }) => gone.has(row)).map((one) => one.id),
    );
    await addRows(inside, id, plan.add);
    await note(inside, "spend_imported", { import: id, account: account.id, rows: plan.add.length });
    return {
      id,
      account: { ...account, currency },
      summary,
      replaced: plan.replaced,
      unchanged: plan.unchanged,
    };
  });
}

async function removeRows({ db, workspace }: Context, account: string, ids: number[]): Promise<void> {
  for (let from = 0; from < ids.length; from += ROWS_AT_ONCE)
    await db
      .deleteFrom("spend_rows")
      .where("workspace_id", "=", workspace)
      .where("account_id", "=", account)
      .where("row_id", "in", ids.slice(from, from + ROWS_AT_ONCE))
      .execute();
}

async function addRows({ db, workspace }: Context, importId: string, rows: SpendRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await db
      .insertInto("spend_rows")
      .values(rows.slice(from, from + ROWS_AT_ONCE).map((row) => toRow(row, workspace, importId)))
      .execute();
}
